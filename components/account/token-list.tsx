import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { FormAction } from '@/lib/forms/state'
import type { TokenListing } from '@/lib/tokens'
import { TokenFacts } from './token-facts'

/** One's own tokens; each can be ended. */
export function TokenList({
  tokens,
  zone,
  end,
}: {
  tokens: TokenListing[]
  /** The reader's own time zone. */
  zone: string
  end: FormAction
}) {
  if (tokens.length === 0) return <p className="text-muted">You have no API tokens.</p>
  return (
    <ul className="divide-hairline divide-y">
      {tokens.map((token) => (
        <li
          key={token.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
        >
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <p className="font-semibold">
              <bdi>{token.name}</bdi>
            </p>
            <TokenFacts token={token} zone={zone} />
          </div>
          <ActionForm
            action={end}
            initial={{ id: token.id }}
            submitLabel="Revoke"
            pendingLabel="Revoking …"
            submitTone="quiet"
          >
            <HiddenField name="id" />
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
