import Link from 'next/link'
import { ListPages } from '@/components/ui/list-pages'
import { Section } from '@/components/ui/section'
import { dateInWords } from '@/lib/dates/words'
import type { OrganizationDto } from '@/lib/directory'
import { kindOf } from '@/lib/kinds/index'
import { inquiryOutcomeLabels } from '@/lib/schemas/words'

const LIST = 'divide-y divide-hairline border-b border-hairline'

/** Everything that mentions an organization: demands, entries, and what it was asked. */
export function Mentions({
  organization,
  here,
  query,
  level,
}: {
  organization: OrganizationDto
  here: string
  /** The parameters of the address as it is, for the links to further pages. */
  query: Record<string, string | undefined>
  /** Of its headings. */
  level: 2 | 3
}) {
  const { demands, entries, inquiries } = organization
  return (
    <>
      {demands.length > 0 && (
        <Section title="Demands" level={level}>
          <ul className={LIST}>
            {demands.map(({ campaign, number, wording, part }) => (
              <li key={`${campaign} ${number}`} className="py-3">
                <Link href={`/campaigns/${campaign}/demands/${number}`}>
                  {number}. <bdi>{wording}</bdi>
                </Link>{' '}
                <span className="text-muted">as {part}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {entries.count > 0 && (
        <Section title="Entries" level={level} id="entries">
          <ul className={LIST}>
            {entries.items.map(({ entry, parts }) => (
              <li key={entry.id} className="py-3">
                <p className="text-muted">
                  {dateInWords(entry.edtf, { weekday: false })}, {kindOf(entry.kind).label},{' '}
                  {parts.map((part) => kindOf(entry.kind).parts[part].toLowerCase()).join(' and ')}{' '}
                  it
                </p>
                <Link href={`/campaigns/${entry.campaign}/entries/${entry.id}`}>
                  <bdi>{entry.title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
          <ListPages {...{ here, query }} page={entries} name="entries" label="entries" />
        </Section>
      )}
      {inquiries.count > 0 && (
        <Section title="Inquiries" level={level} id="inquiries">
          <ul className={LIST}>
            {inquiries.items.map(({ id, edtf, through, askedBy, outcome }) => (
              <li key={id} className="py-3">
                <bdi>{askedBy ?? 'Somebody'}</bdi> asked{through && `, ${through}`},{' '}
                {dateInWords(edtf, { weekday: false })}
                {outcome && `: ${inquiryOutcomeLabels[outcome].toLowerCase()}`}
              </li>
            ))}
          </ul>
          <ListPages {...{ here, query }} page={inquiries} name="inquiries" label="inquiries" />
        </Section>
      )}
    </>
  )
}
