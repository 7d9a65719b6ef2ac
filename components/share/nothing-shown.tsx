import { Notice } from '@/components/ui/notice'

/** Says that a link would show nothing, and where to publish; `entry` is the id of its one entry, or empty. */
export function NothingShown({ slug, entry }: { slug: string; entry: string }) {
  return (
    <Notice tone="warning" title="A link would show nothing yet">
      <p>
        A link shows what is published and what its lens allows.{' '}
        {entry ? (
          <a href={`/campaigns/${slug}/entries/${entry}`}>Publish this entry first</a>
        ) : (
          <a href={`/campaigns/${slug}/story?status=draft&status=in_review`}>
            See what is waiting to be published
          </a>
        )}
        .
      </p>
    </Notice>
  )
}
