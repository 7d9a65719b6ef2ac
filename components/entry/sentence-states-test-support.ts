import type { Described } from '@/lib/entries/sentence'
import type { DetailField, Details } from '@/lib/kinds/define'
import { kindOf } from '@/lib/kinds/index'
import type { EntryKind } from '@/lib/kinds/names'
import { inquiryOutcomeLabels, keysOf, type InquiryOutcome } from '@/lib/schemas/words'

export const outcomes = keysOf(inquiryOutcomeLabels)
const EMPTY: Omit<Described, 'kind'> = {
  title: 'Something happened',
  summary: '',
  place: 'the Spheres',
  participants: '',
  accordingTo: null,
  details: {},
  organizations: [],
  inquiries: [],
}
type States = Record<string, Partial<Omit<Described, 'kind'>>>

const org = (part: 'actor' | 'target' | 'subject', ...names: string[]) =>
  names.map((name) => ({ name, part }))
const asked = (outcome: InquiryOutcome, askedBy: string | null = 'FOX 13') => ({
  askedBy,
  recipients: [{ name: 'Amazon', outcome }],
})

const ORGANIZATIONS: Record<string, Described['organizations']> = {
  'no organization': [],
  'one actor': org('actor', 'Amazon'),
  'three actors': org('actor', 'AWS', 'Amazon', 'Ring'),
  'a target': org('target', 'Microsoft'),
  'a subject': org('subject', 'Flock'),
  'all of them': [
    ...org('actor', 'AWS', 'Amazon'),
    ...org('target', 'Microsoft'),
    ...org('subject', 'Flock', 'Palantir'),
  ],
}
const OTHERS: States = {
  'nothing else': {},
  'who took part': { participants: 'workers and neighbors' },
  'whose account it is': { accordingTo: 'Jo Example' },
}
export const INQUIRIES: Record<string, Described['inquiries']> = {
  'nobody asked': [],
  ...Object.fromEntries(outcomes.map((outcome) => [`asked: ${outcome}`, [asked(outcome)]])),
  ...Object.fromEntries(
    outcomes.map((outcome) => [`asked by someone: ${outcome}`, [asked(outcome, null)]]),
  ),
  'two of one outcome, one of another': [
    {
      askedBy: 'FOX 13',
      recipients: [
        { name: 'AWS', outcome: 'did_not_immediately_respond' },
        { name: 'Amazon', outcome: 'did_not_immediately_respond' },
        { name: 'Ring', outcome: 'declined' },
      ],
    },
  ],
  ...Object.fromEntries(
    outcomes.map((outcome) => [
      `not at once, later ${outcome}`,
      [
        {
          askedBy: 'FOX 13',
          recipients: [
            {
              name: 'Amazon',
              outcome: 'did_not_immediately_respond' as const,
              later: [{ outcome, edtf: '2026-03-03' }],
            },
          ],
        },
      ],
    ]),
  ),
}
const TEXTS: Record<string, string[]> = {
  due: ['1 May', 'by 1 May', 'within 30 days', 'In 2027'],
  inForce: ['1 May', 'from 1 May', 'immediately'],
  route: ['Pike Street', 'from Westlake Park to the Spheres'],
  topic: ['safety', 'on safety', 'About contracts'],
  through: ['a press release', 'by e-mail to workers'],
}

function detailStates(kind: EntryKind): Record<string, Details> {
  const fields = kindOf(kind).fields
  const alone = Object.entries(fields).flatMap(([name, field]) =>
    valuesOf(name, field).map((value) => [`${name} ${value}`, { [name]: value }] as const),
  )
  const all = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, valuesOf(name, field)[0] ?? '']),
  )
  return { 'no details': {}, ...Object.fromEntries(alone), 'all details': all }
}

function valuesOf(name: string, field: DetailField): (string | number)[] {
  switch (field.type) {
    case 'count':
      return [0, 1, 1500]
    case 'url':
      return ['https://example.org/a']
    case 'choice':
      return [...Object.keys(field.options), 'no choice']
    case 'text':
      return TEXTS[name] ?? ['Something Said']
  }
}

/** Every state of every part with every state of the others, with what it is called. */
export function* statesOf(kind: EntryKind): Generator<{ name: string; entry: Described }> {
  const inquiries = kind === 'no_reply' ? INQUIRIES : { 'nobody asked': [] }
  for (const [a, organizations] of Object.entries(ORGANIZATIONS))
    for (const [b, other] of Object.entries(OTHERS))
      for (const [c, details] of Object.entries(detailStates(kind)))
        for (const [d, inquiry] of Object.entries(inquiries))
          yield {
            name: [a, b, c, d].join(', '),
            entry: { ...EMPTY, kind, organizations, ...other, details, inquiries: inquiry },
          }
}
