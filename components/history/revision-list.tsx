import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { LocalMoment } from '@/components/ui/moment'
import type { Clock } from '@/lib/dates/moments'
import type { FormAction } from '@/lib/forms/state'
import type { RevisionListing } from '@/lib/history/revisions'

/**
 * Who changed what, and when, in the campaign's zone: newest first, each field with both texts.
 * `restore` makes an earlier version the current one; null for those who may not.
 */
export function RevisionList({
  revisions,
  clock,
  restore,
}: {
  revisions: RevisionListing[]
  clock: Clock
  restore: FormAction | null
}) {
  return (
    <ol className="divide-hairline divide-y">
      {revisions.map((revision, index) => {
        const { version, at, by, done, note, fields } = revision
        const heading = (
          <>
            Version {version}, <LocalMoment {...{ at, clock }} />, <bdi>{by ?? 'the operator'}</bdi>
            {done && `: ${done}`}
          </>
        )
        const restorable = restore !== null && index > 0
        const shown = version === 1 ? [] : fields
        return (
          <li key={version} className="py-2">
            {shown.length === 0 && !note && !restorable ? (
              <p className="min-h-11 content-center">{heading}</p>
            ) : (
              <details>
                <summary className="min-h-11 content-center">{heading}</summary>
                {note && (
                  <p className="border-control mb-3 border-l-4 pl-3 whitespace-pre-line">
                    <bdi>{note}</bdi>
                  </p>
                )}
                <dl className="space-y-3 pb-3">
                  {shown.map((change) => (
                    <Change key={change.field} {...change} />
                  ))}
                </dl>
                {restorable && (
                  <div className="pb-3">
                    <ActionForm
                      action={restore}
                      initial={{ version: String(version) }}
                      submitLabel={`Restore version ${version}`}
                      pendingLabel="Restoring …"
                      submitTone="quiet"
                    >
                      <HiddenField name="version" />
                    </ActionForm>
                  </div>
                )}
              </details>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Change({ label, from, to }: RevisionListing['fields'][number]) {
  return (
    <div>
      <dt className="font-semibold">{label}</dt>
      {from && (
        <dd className="[overflow-wrap:anywhere] whitespace-pre-line">
          <del>{from}</del>
        </dd>
      )}
      {to && (
        <dd className="[overflow-wrap:anywhere] whitespace-pre-line">
          <ins className="no-underline">{to}</ins>
        </dd>
      )}
    </div>
  )
}
