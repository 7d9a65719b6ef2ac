import { ActionForm } from '@/components/form/action-form'
import { dateInWords } from '@/lib/dates/words'
import type { FormAction } from '@/lib/forms/state'
import type { AppearanceDto, Checked } from '@/lib/record'

/** Says that a second person checked something as it is; nothing where nobody did. */
export function CheckedLine({ checked }: Checked) {
  if (!checked) return null
  return (
    <p className="source">
      <CheckedWords checked={checked} />
    </p>
  )
}

/** The same within a line of text. */
export function CheckedWords({ checked }: Checked) {
  if (!checked) return null
  return (
    <>
      ✓ Checked by {checked.by === undefined ? 'a second person' : <bdi>{checked.by}</bdi>},{' '}
      {dateInWords(checked.day, { weekday: false })}
    </>
  )
}

type MayBeChecked = Checked & { appearances: readonly { quotes: readonly Checked[] }[] }

/** What the mark of `CheckedLine` means; nothing where neither an entry nor a quote has it. */
export function CheckedMeaning({ entries }: { entries: readonly MayBeChecked[] }) {
  const has = entries.some(
    ({ checked, appearances }) =>
      checked ?? appearances.some(({ quotes }) => quotes.some((quote) => quote.checked)),
  )
  if (!has) return null
  return (
    <p className="quiet">
      ✓ means that somebody other than the author compared the entry or the quote with its sources,
      as it is now.
    </p>
  )
}

/** The same for standings: nothing where none was checked. */
export function CheckedStandings({ demands }: { demands: readonly { targets: Checked[] }[] }) {
  if (!demands.some(({ targets }) => targets.some(({ checked }) => checked))) return null
  return (
    <p className="quiet">
      ✓ means that somebody other than whoever confirmed the status compared it with its evidence.
    </p>
  )
}

/** Lets a second person say that an entry is right, and take that back. */
export function CheckForm({
  checked,
  check,
  uncheck,
}: Checked & { check: FormAction; uncheck: FormAction }) {
  return (
    <div className="chrome mt-6">
      {!checked && (
        <p className="mb-3 max-w-prose">
          Anyone but its author can check this entry against its sources and mark it as checked. Any
          later change removes the mark.
        </p>
      )}
      <ActionForm
        action={checked ? uncheck : check}
        submitLabel={checked ? 'Remove the check mark' : 'I checked it against its sources'}
        pendingLabel="Saving …"
        submitTone="quiet"
      />
    </div>
  )
}

const CHECKED_WHAT = {
  quote: 'I checked this quote',
  standing: 'I checked this status',
}

/** Lets a second person say that a quote or a standing is right, and take that back. */
export function CheckWords({
  checked,
  what,
  check,
  uncheck,
}: Checked & { what: keyof typeof CHECKED_WHAT; check: FormAction; uncheck: FormAction }) {
  return (
    <ActionForm
      key={checked ? 'checked' : 'unchecked'}
      action={checked ? uncheck : check}
      submitLabel={checked ? 'Remove the check mark' : CHECKED_WHAT[what]}
      pendingLabel="Saving …"
      submitTone="quiet"
      className="chrome [&>div]:mt-1"
    />
  )
}

/** The quotes of an entry that have a source, each to be checked by itself; nothing without any. */
export function QuotesToCheck({
  appearances,
  checkOf,
  uncheckOf,
}: {
  appearances: AppearanceDto[]
  checkOf: (quote: string) => FormAction
  uncheckOf: (quote: string) => FormAction
}) {
  const quotes = appearances
    .flatMap((one) => one.quotes)
    .filter(({ citations }) => citations.length > 0)
  if (quotes.length === 0) return null
  return (
    <details className="mt-4">
      <summary className="chrome inline-flex min-h-11 items-center underline underline-offset-4">
        Check single quotes
      </summary>
      <p className="chrome mb-3 max-w-prose">
        The mark of a quote stays while the entry changes, until its words, speaker or source do.
      </p>
      <ul className="divide-hairline divide-y">
        {quotes.map(({ id, text, checked }) => (
          <li key={id} className="py-3">
            <p dir="auto">“{text}”</p>
            <CheckedLine checked={checked} />
            <CheckWords {...{ checked }} what="quote" check={checkOf(id)} uncheck={uncheckOf(id)} />
          </li>
        ))}
      </ul>
    </details>
  )
}
