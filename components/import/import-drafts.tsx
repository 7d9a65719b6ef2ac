import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'

/** The drafts that an import made, each with the way to it. */
export function ImportDraftList({
  slug,
  id,
  all,
  first,
}: {
  slug: string
  /** The import. */
  id: string
  all: number
  first: readonly { id: string; title: string; row: number }[]
}) {
  return (
    <Section title={`${all.toLocaleString('en')} ${all === 1 ? 'draft' : 'drafts'} of this import`}>
      <ul className="divide-hairline divide-y">
        {first.map((draft) => (
          <li key={draft.id} className="py-1">
            <a
              href={`/campaigns/${slug}/entries/${draft.id}`}
              dir="auto"
              className="inline-flex min-h-11 items-center"
            >
              {draft.title}
            </a>{' '}
            <span className="text-muted">row {draft.row}</span>
          </li>
        ))}
      </ul>
      {all > first.length && (
        <p className="text-muted mt-2">
          The first {first.length.toLocaleString('en')} are shown. The others are among the drafts
          of the campaign.
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink tone="quiet" href={`/campaigns/${slug}/import/${id}`}>
          Back to the import
        </ButtonLink>
        <ButtonLink tone="quiet" href={`/campaigns/${slug}/table?status=draft`}>
          All drafts of the campaign
        </ButtonLink>
      </div>
    </Section>
  )
}
