import Link from 'next/link'
import { Section } from '@/components/ui/section'
import { dateInWords } from '@/lib/dates/words'
import type { OrganizationDto } from '@/lib/directory'
import { kindOf } from '@/lib/kinds/index'
import { inquiryOutcomeLabels } from '@/lib/schemas/words'

const LIST = 'divide-y divide-hairline border-b border-hairline'

/** Everything that mentions an organization: demands, entries, and what it was asked. */
export function Mentions({ organization }: { organization: OrganizationDto }) {
  const { demands, entries, inquiries } = organization
  return (
    <>
      {demands.length > 0 && (
        <Section title="Demands" level={3}>
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
      {entries.length > 0 && (
        <Section title="Entries" level={3}>
          <ul className={LIST}>
            {entries.map((entry) => (
              <li key={`${entry.id} ${entry.part}`} className="py-3">
                <p className="text-muted">
                  {dateInWords(entry.edtf, { weekday: false })}, {kindOf(entry.kind).label},{' '}
                  {kindOf(entry.kind).parts[entry.part].toLowerCase()} it
                </p>
                <Link href={`/campaigns/${entry.campaign}/entries/${entry.id}`}>
                  <bdi>{entry.title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {inquiries.length > 0 && (
        <Section title="Inquiries" level={3}>
          <ul className={LIST}>
            {inquiries.map(({ id, edtf, through, askedBy, outcome }) => (
              <li key={id} className="py-3">
                {askedBy ?? 'Somebody'} asked{through && `, ${through}`},{' '}
                {dateInWords(edtf, { weekday: false })}
                {outcome && `: ${inquiryOutcomeLabels[outcome].toLowerCase()}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
