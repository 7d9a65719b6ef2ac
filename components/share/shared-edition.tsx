import { NoteList } from '@/components/entry/notes'
import { Story } from '@/components/timeline/story'
import { todayIn } from '@/lib/dates/days'
import { dateBounds } from '@/lib/dates/edtf'
import { isOnAt } from '@/lib/dates/lasting'
import { dateInWords } from '@/lib/dates/words'
import type { ShownOf } from '@/lib/people/shown'
import type { Differences } from '@/lib/shares/differences'
import type { EditionContent } from '@/lib/shares/edition'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type { SharedHead } from '@/lib/shares/record'
import type { TakenBack } from '@/lib/shares/taken-back'
import { footnotes } from '@/lib/timeline/footnotes'
import { EditionCheck } from './edition-check'
import { ShareFoot } from './share-foot'
import { ShareHeader } from './share-header'
import { ShareShell } from './share-shell'
import { SharedDemands } from './shared-demands'
import { SharedDifferences } from './shared-differences'
import { SharedOnNowList } from './shared-on-now'

/** How many entries stand on one page of an edition. */
const ON_A_PAGE = 100
const MOST_ON = 10

/** An edition beside others; `frozenAt` is an ISO timestamp. */
type EditionHead = { number: number; frozenAt: string }

/** What every page of editions needs of its link; `address` is that of the link's page. */
type OfLink = {
  address: string
  indexed: boolean
  publisher: SharedPublisher | null
  closed: boolean
}

/** The editions of a link, newest first. */
export function SharedEditions({
  campaign,
  editions,
  address,
  indexed,
  publisher,
  closed,
}: OfLink & { campaign: SharedHead; editions: EditionHead[] }) {
  return (
    <ShareShell title={`Editions · ${campaign.title}`} indexed={indexed}>
      <ShareHeader {...{ campaign, publisher, address }} />
      <main>
        <h2>Editions</h2>
        <p>
          An edition is this record as it was at one moment. Its page gives the SHA-256 of its file,
          so anyone can check that it has not changed.
        </p>
        {editions.length === 0 && <p>This record has no editions.</p>}
        <ol className="asked" reversed>
          {editions.map(({ number, frozenAt }) => (
            <li key={number} value={number}>
              <p>
                <a href={`${address}/editions/${number}`}>
                  Edition {number}, frozen on {dayInWords(frozenAt, campaign)}
                </a>
              </p>
            </li>
          ))}
        </ol>
      </main>
      <ShareFoot {...{ publisher, closed }} />
    </ShareShell>
  )
}

type EditionProps = OfLink & {
  edition: EditionHead & {
    content: ShownOf<EditionContent>
    takenBack: TakenBack | null
    sha256: string
    keyed: string | null
    /** Null where that would be out of date: in a copy that is taken away. */
    since: Differences | null
  }
  /** The SHA-256 of the public key that signs what is taken away. */
  signedBy: string
  /** Its address for others, or null where it opens for nobody else. */
  url: string | null
  /** Counted from 1. */
  page: number
}

/** How many pages an edition has. */
export function editionPageCount({ entries }: Pick<EditionContent, 'entries'>): number {
  return Math.max(1, Math.ceil(entries.length / ON_A_PAGE))
}

/** One edition: what it is, what changed since, and then what it says. */
export function SharedEditionPage({
  edition,
  signedBy,
  url,
  page,
  address,
  indexed,
  publisher,
  closed,
}: EditionProps) {
  const { number, frozenAt, content, since } = edition
  const { campaign, demands, entries } = content
  const pages = editionPageCount(content)
  const shown = entries.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
  const notes = footnotes(shown)
  return (
    <ShareShell title={`Edition ${number} · ${campaign.title}`} indexed={indexed}>
      <a className="skip" href="#timeline">
        Skip to the timeline
      </a>
      <ShareHeader {...{ campaign, publisher, address }} />
      <main>
        <h2>
          Edition {number}, frozen on {dayInWords(frozenAt, campaign)}
        </h2>
        <EditionCheck {...{ edition, address, signedBy }} />
        {since && (
          <section aria-labelledby="since">
            <h2 id="since">What changed since</h2>
            <SharedDifferences differences={since} address={address} />
            <p>
              <a href={address}>The record as it is now</a>
            </p>
          </section>
        )}
        {page === 1 && <SharedDemands demands={demands} />}
        {page === 1 && <OnThen entries={entries} campaign={campaign} frozenAt={frozenAt} />}
        <section id="timeline" aria-label="Timeline of this edition">
          <p className="quiet">
            {entries.length === 1 ? '1 entry' : `${entries.length} entries`}
            {content.cut && '; there were more than an edition holds'}
          </p>
          <Story entries={shown} {...{ share: address, notes }} />
          <NoteList {...notes} />
          {pages > 1 && (
            <nav aria-label="Pages of this edition">
              {Array.from({ length: pages }, (_, index) => (
                <a
                  key={index}
                  href={`?page=${index + 1}#timeline`}
                  aria-current={index + 1 === page ? 'page' : undefined}
                >
                  {index + 1}
                </a>
              ))}
            </nav>
          )}
        </section>
      </main>
      <ShareFoot {...{ publisher, closed }}>
        <p className="printed address">
          Edition {number}, frozen at {frozenAt}. SHA-256 of its data: {edition.sha256}
          {url !== null && `. Read and checked at ${url}`}
        </p>
      </ShareFoot>
    </ShareShell>
  )
}

/** What went on when an edition was frozen: of what it holds, and by its own day. */
function OnThen({
  entries,
  campaign,
  frozenAt,
}: Pick<ShownOf<EditionContent>, 'entries' | 'campaign'> & { frozenAt: string }) {
  const day = todayIn(campaign.timeZone, new Date(frozenAt))
  const on = entries
    .filter(({ edtf }) => isOnAt(edtf, day))
    .sort((a, b) =>
      (dateBounds(a.edtf)?.firstDay ?? '') < (dateBounds(b.edtf)?.firstDay ?? '') ? 1 : -1,
    )
  return (
    <SharedOnNowList
      entries={on.slice(0, MOST_ON)}
      more={Math.max(0, on.length - MOST_ON)}
      heading={`On when this edition was frozen, ${dateInWords(day)}`}
    />
  )
}

function dayInWords(moment: string, { timeZone }: SharedHead): string {
  return dateInWords(todayIn(timeZone, new Date(moment)))
}
