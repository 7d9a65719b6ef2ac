import { TokenFacts } from '@/components/account/token-facts'
import type { AccessOverview } from '@/lib/access'
import type { Clock } from '@/lib/dates/moments'

/** Members' API tokens. */
export function AccessTokens({
  tokens,
  clock,
}: {
  tokens: AccessOverview['tokens']
  clock: Clock
}) {
  if (tokens.length === 0) return <p className="text-muted">No API tokens.</p>
  return (
    <ul className="divide-hairline divide-y">
      {tokens.map(({ member, ...token }) => (
        <li key={token.id} className="py-3 [overflow-wrap:anywhere]">
          <p className="font-semibold">
            <bdi>{token.name}</bdi> of <bdi>{member}</bdi>
          </p>
          <TokenFacts token={token} clock={clock} />
        </li>
      ))}
    </ul>
  )
}
