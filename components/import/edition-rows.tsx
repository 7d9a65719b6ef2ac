import type { ReactNode } from 'react'
import { Section } from '@/components/ui/section'
import type { EditedField } from '@/lib/imports/editions'

/** A row that an older edition of its file made an entry of. */
export type EditionRow = {
  row: number
  title: string
  entry: string
  taken: EditedField[]
  left: EditedField[]
}

const MOST = 50

/** What a newer edition of a file changes of the entries that an older one made, and what stays. */
export function EditionRows({
  title,
  slug,
  rows,
}: {
  title: string
  slug: string
  rows: readonly EditionRow[]
}) {
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <ul className="divide-hairline divide-y">
        {rows.slice(0, MOST).map(({ row, title: called, entry, taken, left }) => (
          <li key={row} className="py-3">
            <p>
              <a
                href={`/campaigns/${slug}/entries/${entry}`}
                dir="auto"
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {called}
              </a>{' '}
              <span className="text-muted">row {row}</span>
            </p>
            <dl className="grid gap-2">
              {taken.map((one) => (
                <Field key={one.field} {...one}>
                  {one.entry && (
                    <>
                      <del dir="auto">{one.entry}</del>{' '}
                    </>
                  )}
                  <ins dir="auto" className="no-underline">
                    {one.file || 'nothing'}
                  </ins>
                </Field>
              ))}
              {left.map((one) => (
                <Field key={one.field} {...one}>
                  stays <bdi>{one.entry || 'empty'}</bdi>, the file says{' '}
                  <bdi>{one.file || 'nothing'}</bdi>
                </Field>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {rows.length > MOST && (
        <p className="text-muted mt-2">And {(rows.length - MOST).toLocaleString('en')} more.</p>
      )}
    </Section>
  )
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="gap-x-4 md:flex">
      <dt className="text-muted md:w-36 md:shrink-0">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  )
}

/** Entries that a newer edition of their file does not have any more. */
export function GoneEntries({
  slug,
  entries,
}: {
  slug: string
  entries: readonly { id: string; title: string }[]
}) {
  if (entries.length === 0) return null
  return (
    <Section title="No longer in the file">
      <p className="text-muted mb-2 max-w-prose">
        An older edition of this file made these entries. They stay as they are.
      </p>
      <ul>
        {entries.slice(0, MOST).map(({ id, title }) => (
          <li key={id}>
            <a
              href={`/campaigns/${slug}/entries/${id}`}
              dir="auto"
              className="inline-flex min-h-11 items-center"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
      {entries.length > MOST && (
        <p className="text-muted mt-2">And {(entries.length - MOST).toLocaleString('en')} more.</p>
      )}
    </Section>
  )
}
