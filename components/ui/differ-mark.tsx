import { differInWords } from '@/lib/entries/disagreement'
import type { ClaimField } from '@/lib/schemas/words'

/** A small sign where sources differ on something of an entry; nothing where they do not. */
export function DifferMark({ fields }: { fields: readonly ClaimField[] }) {
  const words = differInWords(fields)
  if (words === '') return null
  return (
    <span className="text-warning ms-1 shrink-0 font-sans text-sm font-semibold" title={words}>
      <span aria-hidden="true">≠</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
