import { differInWords } from '@/lib/entries/disagreement'
import type { EntrySign } from '@/lib/entries/signs'

/**
 * Small signs beside an entry's title: where sources differ on something of it, where it is disputed,
 * and that a second person checked it. Each says in words what it means; nothing without any.
 */
export function EntrySigns({ signs }: { signs: readonly EntrySign[] }) {
  const fields = signs.filter((sign) => sign !== 'disputed' && sign !== 'checked')
  return (
    <>
      {fields.length > 0 && (
        <Sign words={differInWords(fields)} tone="text-warning">
          ≠
        </Sign>
      )}
      {signs.includes('disputed') && (
        <span className={`text-warning ${SHAPE}`}>
          <span className="sr-only">: </span>Disputed
        </span>
      )}
      {signs.includes('checked') && (
        <Sign words="Checked by a second person" tone="text-muted">
          ✓
        </Sign>
      )}
    </>
  )
}

const SHAPE = 'ms-1 shrink-0 font-sans text-sm font-semibold'

function Sign({ words, tone, children }: { words: string; tone: string; children: string }) {
  return (
    <span className={`${tone} ${SHAPE}`} title={words}>
      <span aria-hidden="true">{children}</span>
      <span className="sr-only">: {words}</span>
    </span>
  )
}

/** The same as a line of words, where there is room for them. */
export function SignLine({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null
  return (
    <p className="flex flex-wrap gap-2">
      {words.map((sign) => (
        <span key={sign} className="differ">
          {sign.toLowerCase()}
        </span>
      ))}
    </p>
  )
}
