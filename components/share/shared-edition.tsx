import { Story } from '@/components/timeline/story'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { CampaignHead } from '@/lib/record'
import type { Differences } from '@/lib/shares/differences'
import type { EditionContent } from '@/lib/shares/edition'
import { ShareFoot } from './share-foot'
import { ShareHeader } from './share-header'
import { ShareShell } from './share-shell'
import { SharedDemands } from './shared-demands'
import { SharedDifferences } from './shared-differences'

const ON_A_PAGE = 100

/** An edition beside others; `frozenAt` is an ISO timestamp. */
type EditionHead = { number: number; frozenAt: string; sha256: string }

/** What every page of editions needs of its link; `address` is that of the link's page. */
type OfLink = { address: string; indexed: boolean; closed: boolean }

/** The editions of a link, newest first. */
export function SharedEditions({
  campaign,
  editions,
  address,
  indexed,
  closed,
}: OfLink & { campaign: CampaignHead; editions: EditionHead[] }) {
  return (
    <ShareShell title={`Editions · ${campaign.title}`} indexed={indexed}>
      <ShareHeader campaign={campaign} address={address} />
      <main>
        <h2>Editions</h2>
        <p>
          An edition is this record as it was at one moment. Its SHA-256 belongs to the bytes of its
          file, so that anyone can check that they are the same.
        </p>
        {editions.length === 0 && <p>This record has no editions.</p>}
        <ol className="asked" reversed>
          {editions.map(({ number, frozenAt, sha256 }) => (
            <li key={number} value={number}>
              <p>
                <a href={`${address}/editions/${number}`}>
                  Edition {number}, frozen on {dayInWords(frozenAt, campaign)}
                </a>
              </p>
              <p className="quiet">{sha256}</p>
            </li>
          ))}
        </ol>
      </main>
      <ShareFoot closed={closed} />
    </ShareShell>
  )
}

type EditionProps = OfLink & {
  edition: EditionHead & { content: EditionContent; isWhole: boolean; since: Differences }
  /** Counted from 1. */
  page: number
}

/** One edition: what it is, what changed since, and then what it says. */
export function SharedEditionPage({ edition, page, address, indexed, closed }: EditionProps) {
  const { number, frozenAt, content, since } = edition
  const { campaign, demands, entries } = content
  const pages = Math.max(1, Math.ceil(entries.length / ON_A_PAGE))
  return (
    <ShareShell title={`Edition ${number} · ${campaign.title}`} indexed={indexed}>
      <a className="skip" href="#timeline">
        Skip to the timeline
      </a>
      <ShareHeader campaign={campaign} address={address} />
      <main>
        <h2>
          Edition {number}, frozen on {dayInWords(frozenAt, campaign)}
        </h2>
        <Check edition={edition} address={address} />
        <section aria-labelledby="since">
          <h2 id="since">What changed since</h2>
          <SharedDifferences differences={since} address={address} />
          <p>
            <a href={address}>The record as it is now</a>
          </p>
        </section>
        {page === 1 && <SharedDemands demands={demands} />}
        <section id="timeline" aria-label="Timeline of this edition">
          <p className="quiet">
            {entries.length === 1 ? '1 entry' : `${entries.length} entries`}
            {content.cut && '; there were more than an edition holds'}
          </p>
          <Story
            entries={entries.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)}
            share={address}
          />
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
      <ShareFoot closed={closed} />
    </ShareShell>
  )
}

function Check({ edition, address }: Pick<EditionProps, 'edition' | 'address'>) {
  const file = `edition-${edition.number}.json`
  if (!edition.isWhole) {
    return (
      <p>
        Something of this edition was taken back since: somebody withdrew what they had agreed to,
        or an entry was withdrawn. It is left out here. So the file of this edition is no longer
        given out, and its SHA-256 no longer applies.
      </p>
    )
  }
  return (
    <>
      <p>
        It holds what this record showed at that moment, and nothing of it was changed since. To
        check that, download <a href={`${address}/editions/${file}`}>its file</a> and compare what{' '}
        <code>sha256sum {file}</code> says with this:
      </p>
      <p className="hash">
        <code>{edition.sha256}</code>
      </p>
    </>
  )
}

function dayInWords(moment: string, { timeZone }: CampaignHead): string {
  return dateInWords(todayIn(timeZone, new Date(moment)))
}
