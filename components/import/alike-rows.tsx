import { Fold } from '@/components/form/fold'
import { SelectField } from '@/components/form/select-field'
import type { ComparedField } from '@/lib/imports/compare'

/** A row with the entries that it looks like, the likest first. */
export type AlikeRow = {
  row: number
  title: string
  entries: { id: string; title: string; mayJoin: boolean; fields: ComparedField[] }[]
}

/** Rows beside the entries that they look like, each with an answer of its own. */
export function AlikeRows({
  slug,
  likenesses,
  alike,
  given,
}: {
  slug: string
  likenesses: readonly AlikeRow[]
  /** How many there are, of which the first are here. */
  alike: number
  /** The answers that were given last, by the names of their fields. */
  given: Readonly<Record<string, string>>
}) {
  return (
    <Fold label="Compare them and answer one by one" fields={['rows']}>
      <ol className="divide-hairline border-hairline divide-y border-y">
        {likenesses.map((one) => (
          <li key={one.row} className="py-5">
            <Alike {...{ slug, one }} given={given[`r${one.row}`] ?? ''} />
          </li>
        ))}
      </ol>
      {alike > likenesses.length && (
        <p className="text-muted">
          The answer above applies to the other {(alike - likenesses.length).toLocaleString('en')}.
        </p>
      )}
    </Fold>
  )
}

function Alike({
  slug,
  one: { row, title, entries },
  given,
}: {
  slug: string
  one: AlikeRow
  given: string
}) {
  const [likest] = entries
  return (
    <>
      <p className="font-semibold">
        Row {row}: <bdi>{title}</bdi>
      </p>
      {likest && <Compared {...{ slug, likest }} />}
      {likest && <NotTaken fields={likest.fields} />}
      <SelectField
        name={`rows.r${row}`}
        defaultValue={given}
        label={<span className="sr-only">What is done with row {row}</span>}
        emptyLabel="As chosen above for all"
        options={[
          ...entries.map(({ id, title: called, mayJoin }) => ({
            value: id,
            label: mayJoin ? `The same as “${called}”` : `“${called}” is not yours to change`,
            disabled: !mayJoin,
          })),
          { value: 'make', label: 'New: make a draft' },
          { value: 'leave', label: 'Leave it out' },
        ]}
        className="mt-3 max-w-prose"
      />
    </>
  )
}

function NotTaken({ fields }: { fields: readonly ComparedField[] }) {
  const left = fields.filter(({ stays }) => stays).map(({ label }) => label)
  if (left.length === 0) return null
  return (
    <p className="text-muted mt-2">
      If it is the same, these stay in the file, and the entry keeps its own: {left.join(', ')}.
    </p>
  )
}

function Compared({ slug, likest }: { slug: string; likest: AlikeRow['entries'][number] }) {
  return (
    <table className="mt-2 w-full table-fixed text-start">
      <thead>
        <tr className="text-muted text-start align-baseline">
          <th scope="col" className="w-32 font-normal md:w-36">
            <span className="sr-only">Field</span>
          </th>
          <th scope="col" className="py-1 pe-4 text-start font-normal">
            In the file
          </th>
          <th scope="col" className="py-1 text-start font-normal">
            <a
              href={`/campaigns/${slug}/entries/${likest.id}`}
              target="_blank"
              rel="noopener"
              className="inline-flex min-h-11 items-center"
            >
              In the entry<span className="sr-only"> (opens in a new tab)</span>
            </a>
          </th>
        </tr>
      </thead>
      <tbody>
        {likest.fields.map(({ field, label, row, entry, differs }) => (
          <tr key={field} className="border-hairline border-t align-baseline">
            <th scope="row" className="text-muted py-1.5 pe-3 text-start font-normal">
              {label}
              {differs && (
                <span className="text-warning ms-1 font-semibold" title="Differs">
                  <span aria-hidden="true">≠</span>
                  <span className="sr-only"> differs</span>
                </span>
              )}
            </th>
            <td dir="auto" className="py-1.5 pe-4 break-words">
              {row || <span className="text-muted">Nothing</span>}
            </td>
            <td dir="auto" className="py-1.5 break-words">
              {entry || <span className="text-muted">Nothing</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
