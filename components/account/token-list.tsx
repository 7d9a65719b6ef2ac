import { EndingRow, EndingRows } from '@/components/ui/ending-row'
import type { Clock } from '@/lib/dates/moments'
import type { FormAction } from '@/lib/forms/state'
import type { TokenListing } from '@/lib/tokens'
import { TokenFacts } from './token-facts'

/** One's own tokens; each can be ended. */
export function TokenList({
  tokens,
  clock,
  end,
}: {
  tokens: TokenListing[]
  /** The reader's own time zone and language. */
  clock: Clock
  end: FormAction
}) {
  if (tokens.length === 0) return <p className="text-muted">You have no API tokens.</p>
  return (
    <EndingRows>
      {tokens.map((token) => (
        <EndingRow
          key={token.id}
          heading={<bdi>{token.name}</bdi>}
          facts={<TokenFacts token={token} clock={clock} />}
          ending={{
            ...{ action: end, field: 'id', id: token.id },
            ...{ label: 'Revoke', pending: 'Revoking …' },
          }}
        />
      ))}
    </EndingRows>
  )
}
