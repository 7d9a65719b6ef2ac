import { Notice } from '@/components/ui/notice'
import { mentionsInWords } from '@/lib/place-mentions'
import { publisherTexts } from '@/lib/shares/publisher'

type Within = {
  id: string | null
  title: string
  demand: number | null
  edition: { number: number; link: string } | null
}

type Mention = {
  within: Within
  before: string
  word: string
  after: string
}

/** Texts that tell a place that their entry hides from readers: they are shown as written, so an editor changes them. */
export function PlaceMentions({
  slug,
  mentions,
  count,
}: {
  slug: string
  mentions: Mention[]
  /** How many there are, those that are not listed among them. */
  count: number
}) {
  if (count === 0) return null
  return (
    <section aria-labelledby="place-mentions" className="mb-8 space-y-4">
      <h2 id="place-mentions" className="sr-only">
        Places named in texts
      </h2>
      <Notice tone="warning" title={mentionsInWords(count)}>
        <p>
          Links hide the place of an entry, but show these texts as written. Change the text, or
          leave it if it tells nothing.
        </p>
      </Notice>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center">
          {mentions.length === 1 ? 'The text' : `The ${mentions.length} texts`}
        </summary>
        <ol className="space-y-3">
          {mentions.map(({ before, word, after, within }, index) => (
            <li key={index}>
              <p dir="auto">
                {before}
                <mark>{word}</mark>
                {after}
              </p>
              <Where slug={slug} within={within} />
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

function Where({ slug, within: { id, title, demand, edition } }: { slug: string; within: Within }) {
  if (edition)
    return (
      <p className="text-sm">
        In edition {edition.number} of the link “<bdi>{edition.link}</bdi>”, at “<bdi>{title}</bdi>
        ”. An edition cannot be changed; revoking its link takes it away.
      </p>
    )
  const campaign = `/campaigns/${slug}`
  const address =
    demand !== null
      ? `${campaign}/demands/${demand}/edit`
      : id === null
        ? title === publisherTexts
          ? '/workspace'
          : `${campaign}/edit`
        : `${campaign}/entries/${id}/edit`
  return (
    <p className="text-sm">
      <a href={address} className="inline-flex min-h-11 items-center">
        <span>
          Edit “<bdi>{title}</bdi>”
        </span>
      </a>
    </p>
  )
}
