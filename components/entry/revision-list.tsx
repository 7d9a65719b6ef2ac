import { fieldLabel } from '@/lib/entries/merge'

type Revision = {
  version: number
  at: string
  by: string | null
  fields: { field: string; from: unknown; to: unknown }[]
}

/** Who changed what, and when, in the campaign's zone: newest first, each field with both texts. */
export function RevisionList({ revisions, timeZone }: { revisions: Revision[]; timeZone: string }) {
  const when = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  })
  return (
    <ol className="divide-hairline divide-y">
      {revisions.map(({ version, at, by, fields }) => (
        <li key={version} className="py-2">
          {fields.length === 0 || version === 1 ? (
            <p className="min-h-11 content-center">
              Version {version}, {when.format(new Date(at))}, {by ?? 'the operator'}
              {version === 1 && ': logged'}
            </p>
          ) : (
            <details>
              <summary className="min-h-11 content-center">
                Version {version}, {when.format(new Date(at))}, {by ?? 'the operator'}
              </summary>
              <dl className="space-y-3 pb-3">
                {fields.map((change) => (
                  <Change key={change.field} {...change} />
                ))}
              </dl>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}

function Change({ field, from, to }: Revision['fields'][number]) {
  return (
    <div>
      <dt className="font-semibold">{fieldLabel(field)}</dt>
      {shown(from) && (
        <dd className="whitespace-pre-line">
          <del>{shown(from)}</del>
        </dd>
      )}
      {shown(to) && (
        <dd className="whitespace-pre-line">
          <ins className="no-underline">{shown(to)}</ins>
        </dd>
      )}
    </div>
  )
}

// A revision names sources and demands by id, which tells a reader nothing.
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return typeof value === 'string' ? value.replaceAll(ID, 'a record') : ''
}
