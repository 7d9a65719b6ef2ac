import { Fragment } from 'react'
import { Moment } from '@/components/ui/moment'
import { tokenScopeLabels } from '@/lib/schemas/token'
import type { TokenListing } from '@/lib/tokens'

/** What a token may do, where, and until when. */
export function TokenFacts({ token, zone }: { token: TokenListing; zone: string }) {
  const { scope, campaigns, createdAt, expiresAt, usedAt } = token
  return (
    <>
      <p>
        {tokenScopeLabels[scope]}:{' '}
        {campaigns === null
          ? 'every campaign'
          : campaigns.length === 0
            ? 'no campaign any more'
            : campaigns.map((title, index) => (
                <Fragment key={title}>
                  {index > 0 && ', '}
                  <bdi>{title}</bdi>
                </Fragment>
              ))}
      </p>
      <p className="text-muted text-sm">
        Made <Moment at={createdAt} zone={zone} />,{' '}
        {usedAt === null ? (
          'never used'
        ) : (
          <>
            last used <Moment at={usedAt} zone={zone} />
          </>
        )}
        , ends <Moment at={expiresAt} zone={zone} />
      </p>
    </>
  )
}
