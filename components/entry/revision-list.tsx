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
          <details>
            <summary className="min-h-11 content-center">
              Version {version}, {when.format(new Date(at))}, {by ?? 'the operator'}
            </summary>
            <dl className="space-y-3 pb-3">
              {fields.map(({ field, from, to }) => (
                <div key={field}>
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
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ol>
  )
}

function shown(value: unknown): string {
  return value === null || value === undefined || value === '' ? '' : String(value)
}
