import { markFile, type SharedPublisher } from '@/lib/shares/publisher'

/**
 * The mark of who keeps a record, where there is one, on a line above the words that follow; `at` is what its
 * file stands under.
 */
export function PublisherMark({
  publisher,
  at,
}: {
  publisher: SharedPublisher | null
  at: string
}) {
  if (!publisher?.mark) return null
  const { mark, name } = publisher
  return (
    <>
      {/* Its file has twice the pixels, for screens of today and for paper. */}
      <picture>
        <img
          className="publisher-mark"
          src={`${at}/${markFile(mark)}`}
          alt={name ? '' : 'Mark of the publisher'}
          width={Math.ceil(mark.width / 2)}
          height={Math.ceil(mark.height / 2)}
        />
      </picture>
      <br />
    </>
  )
}
