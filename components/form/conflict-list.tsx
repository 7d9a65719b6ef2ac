import type { FieldConflict } from '@/lib/forms/state'

/** Both texts of every field that two people changed. */
export function ConflictList({ conflicts }: { conflicts: FieldConflict[] }) {
  return (
    <div className="mt-2 space-y-4">
      <p>
        Your text is still in the form. Saving again keeps yours; to keep theirs instead, copy it
        into the form first.
      </p>
      {conflicts.map(({ field, label, yours, theirs }) => (
        <section key={field} aria-label={label}>
          <p className="font-semibold">{label}</p>
          <dl className="mt-1 grid gap-3 sm:grid-cols-2">
            <Version term="Yours" text={yours} />
            <Version term="Saved by someone else" text={theirs} />
          </dl>
        </section>
      ))}
    </div>
  )
}

function Version({ term, text }: { term: string; text: string }) {
  return (
    <div className="border-hairline bg-field min-w-0 border px-3 py-2">
      <dt className="text-muted text-sm">{term}</dt>
      <dd className="whitespace-pre-line">{text || <span className="text-muted">Empty</span>}</dd>
    </div>
  )
}
