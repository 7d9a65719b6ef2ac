import 'server-only'
import { kindOf } from '@/lib/kinds/index'
import type { Part } from '@/lib/search/passage'
import { claimFieldLabels, detailsFrom } from '@/lib/schemas/words'
import { dateInWords } from '@/lib/dates/words'
import type { Prisma } from '@/prisma/generated/client'

const exact = { select: { exact: true }, orderBy: { position: 'asc' } } as const
const named = { select: { name: true } } as const

/** What is read of an entry to show where words stand in it. */
export const entryTexts = {
  id: true,
  kind: true,
  lane: true,
  status: true,
  edtf: true,
  title: true,
  summary: true,
  place: true,
  participants: true,
  crowdWords: true,
  crowdCountedBy: true,
  tags: true,
  privateNote: true,
  details: true,
  campaign: { select: { slug: true, title: true } },
  accordingTo: named,
  organizations: { select: { organization: named } },
  appearances: {
    select: {
      description: true,
      person: named,
      quotes: { select: { text: true, citations: exact }, orderBy: { position: 'asc' } },
    },
    orderBy: { position: 'asc' },
  },
  claims: { select: { field: true, value: true, saidBy: true, reason: true, citations: exact } },
  citations: exact,
  inquiries: {
    select: {
      through: true,
      askedBy: named,
      recipients: { select: { organization: named } },
    },
  },
} satisfies Prisma.EntrySelect

type EntryTexts = Prisma.EntryGetPayload<{ select: typeof entryTexts }>

/** The parts of an entry in which words may stand, beside its title, by the names that members know. */
export function entryParts(row: EntryTexts): Part[] {
  const { fields } = kindOf(row.kind)
  const passages = (citations: { exact: string }[]): Part[] =>
    citations.map(({ exact }) => ({ label: 'Cited passage', text: exact }))
  return [
    { label: 'Summary', text: row.summary },
    { label: 'Place', text: row.place },
    { label: 'Who took part', text: row.participants },
    { label: 'Organizations', text: listed(row.organizations.map(nameOf)) },
    ...row.appearances.flatMap(({ person, description, quotes }): Part[] => [
      { label: 'Person', text: listed([person.name, description]) },
      ...quotes.flatMap(({ text, citations }) => [
        { label: `Quote of ${person.name}`, text },
        ...passages(citations),
      ]),
    ]),
    { label: 'Account of', text: row.accordingTo?.name ?? '' },
    { label: 'Tags', text: listed(row.tags) },
    ...Object.entries(detailsFrom(row.details)).map(([name, value]) => ({
      label: fields[name]?.label ?? name,
      text: String(value),
    })),
    { label: 'Crowd size', text: listed([row.crowdWords, row.crowdCountedBy]) },
    ...row.claims.flatMap(({ field, value, saidBy, reason, citations }): Part[] => [
      {
        label: claimFieldLabels[field],
        text: [field === 'date' ? dateInWords(value) : value, saidBy, reason]
          .filter(Boolean)
          .join(' · '),
      },
      ...passages(citations),
    ]),
    ...passages(row.citations),
    ...row.inquiries.map(({ through, askedBy, recipients }) => ({
      label: 'Asked for an answer',
      text: listed([through, askedBy?.name ?? '', ...recipients.map(nameOf)]),
    })),
    { label: 'Private note', text: row.privateNote },
  ]
}

function nameOf({ organization }: { organization: { name: string } }): string {
  return organization.name
}

function listed(texts: string[]): string {
  return texts.filter(Boolean).join(', ')
}
