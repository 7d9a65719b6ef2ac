import { Fragment } from 'react'
import { Moment } from '@/components/ui/moment'
import type { Clock } from '@/lib/dates/moments'
import { tokenScopeLabels } from '@/lib/schemas/token'
import type { TokenListing } from '@/lib/tokens'

/** What a token may do, where, and until when. */
export function TokenFacts({ token, clock }: { token: TokenListing; clock: Clock }) {
  const { scope, campaigns, createdAt, expiresAt, usedAt } = token
  return (
    <>
      <p>
        {tokenScopeLabels[scope]}:{' '}
        {campaigns === null
          ? 'all campaigns'
          : campaigns.length === 0
            ? 'none, its campaigns are gone'
            : campaigns.map((title, index) => (
                <Fragment key={title}>
                  {index > 0 && ', '}
                  <bdi>{title}</bdi>
                </Fragment>
              ))}
      </p>
      <p className="text-muted text-sm">
        Created <Moment at={createdAt} clock={clock} />,{' '}
        {usedAt === null ? (
          'never used'
        ) : (
          <>
            last used <Moment at={usedAt} clock={clock} />
          </>
        )}
        , expires <Moment at={expiresAt} clock={clock} />
      </p>
    </>
  )
}
