import { Tag } from '@/components/ui/tag'
import type { EntryDto } from '@/lib/record'
import { consentLabels } from '@/lib/schemas/words'

/** What members see of an entry and no share shows: tags, the private note, and who stays unnamed. */
export function MemberNotes({ entry }: { entry: EntryDto }) {
  const unnamed = entry.appearances.filter(({ consent }) => consent !== 'named')
  if (entry.tags.length === 0 && entry.privateNote === '' && unnamed.length === 0) return null
  return (
    <aside
      aria-label="For members only"
      className="bg-wash border-control mt-6 space-y-3 border-l-4 px-4 py-3"
    >
      <p className="font-semibold">For members only</p>
      {entry.privateNote && (
        <p dir="auto" className="whitespace-pre-line">
          {entry.privateNote}
        </p>
      )}
      {entry.tags.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {entry.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </p>
      )}
      {unnamed.map(({ id, name, consent }) => (
        <p key={id}>
          <bdi>{name}</bdi>: {consentLabels[consent].toLowerCase()}
        </p>
      ))}
    </aside>
  )
}
