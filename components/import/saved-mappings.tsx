import { ActionForm } from '@/components/form/action-form'
import type { FormAction } from '@/lib/forms/state'

type Saved = { id: string; name: string; columns: string[]; by: string | null; isOwn: boolean }

/** Saved mappings that fit the columns of a file, each with the button that applies it. */
export function FittingMappings({
  mappings,
  apply,
}: {
  mappings: readonly Saved[]
  apply: (id: string) => FormAction
}) {
  if (mappings.length === 0) return null
  return (
    <div className="mb-6 max-w-prose">
      <p>
        {mappings.length === 1 ? 'A saved mapping fits' : 'Saved mappings fit'} these columns. It
        replaces what is chosen below.
      </p>
      <div className="flex flex-wrap gap-3">
        {mappings.map(({ id, name }) => (
          <ActionForm
            key={id}
            action={apply(id)}
            submitLabel={`Use “${name}”`}
            pendingLabel="Reading …"
            submitTone="quiet"
          />
        ))}
      </div>
    </div>
  )
}

/** All saved mappings, to be deleted by those who may. */
export function MappingList({
  mappings,
  remove,
}: {
  mappings: readonly Saved[]
  remove: (id: string) => FormAction
}) {
  return (
    <ul className="divide-hairline divide-y">
      {mappings.map(({ id, name, columns, by, isOwn }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <p dir="auto" className="font-semibold break-words">
              {name}
            </p>
            <p className="text-muted">
              <bdi>{columns.join(', ')}</bdi>
              {by && (
                <>
                  {' · '}
                  <bdi>{by}</bdi>
                </>
              )}
            </p>
          </div>
          {isOwn && (
            <ActionForm
              action={remove(id)}
              submitLabel={`Delete “${name}”`}
              pendingLabel="Deleting …"
              submitTone="quiet"
            />
          )}
        </li>
      ))}
    </ul>
  )
}
