import { dateInWords } from '@/lib/dates/words'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type { SharedDemand, SharedEntry, SharedHead } from '@/lib/shares/record'

/** How to cite a record as it stands on a day (ISO), or one entry or demand of it. */
export function ShareCite({
  campaign,
  entry,
  subject = null,
  publisher,
  day,
  url,
}: {
  campaign: Pick<SharedHead, 'title'>
  entry?: Pick<SharedEntry, 'title' | 'edtf'>
  subject?: Pick<SharedDemand, 'number' | 'wording'> | null
  publisher: SharedPublisher | null
  day: string
  url: string
}) {
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite this {entry ? 'entry' : subject ? 'demand' : 'record'}</h2>
      <p>
        {entry && (
          <>
            “<bdi>{entry.title}</bdi>”, {dateInWords(entry.edtf)}. In:{' '}
          </>
        )}
        {subject && (
          <>
            “<bdi>{subject.wording}</bdi>”, demand {subject.number}. In:{' '}
          </>
        )}
        {publisher?.name && (
          <>
            <bdi>{publisher.name}</bdi>:{' '}
          </>
        )}
        <cite>
          <bdi>{campaign.title}</bdi>
        </cite>
        , campaign record, as of {dateInWords(day)}. <span className="address">{url}</span>
      </p>
    </section>
  )
}
