import Link from 'next/link'
import { dateInWords } from '@/lib/dates/words'
import type { Mention, PersonDto } from '@/lib/directory'
import { kindOf } from '@/lib/kinds/index'
import { appearanceRoleLabels, consentLabels } from '@/lib/schemas/words'

const LIST = 'divide-y divide-hairline border-b border-hairline'

/** Where a person took part, with the description used that day and their words. */
export function Appearances({ appearances }: { appearances: PersonDto['appearances']['items'] }) {
  return (
    <ol className={LIST}>
      {appearances.map(({ id, role, description, entry, quotes }) => (
        <li key={id} className="py-4">
          <EntryLine entry={entry} />
          <p>
            {appearanceRoleLabels[role]}
            {description && `, ${description}`}
          </p>
          {quotes.map((quote) => (
            <blockquote
              key={quote.id}
              className="border-ink mt-2 max-w-prose border-l-2 pl-4 text-lg"
            >
              <bdi>{quote.text}</bdi>
              {quote.consent && (
                <p className="text-muted font-sans text-base">
                  These words: {consentLabels[quote.consent].toLowerCase()}
                </p>
              )}
            </blockquote>
          ))}
        </li>
      ))}
    </ol>
  )
}

/** Entries that are this person's account. */
export function Accounts({ accounts }: { accounts: PersonDto['accounts']['items'] }) {
  return (
    <ol className={LIST}>
      {accounts.map(({ entry }) => (
        <li key={entry.id} className="py-3">
          <EntryLine entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function EntryLine({ entry }: { entry: Mention }) {
  return (
    <p>
      <Link href={`/campaigns/${entry.campaign}/entries/${entry.id}`}>
        <bdi>{entry.title}</bdi>
      </Link>{' '}
      <span className="text-muted">
        {kindOf(entry.kind).label}, {dateInWords(entry.edtf, { weekday: false })}
      </span>
    </p>
  )
}
