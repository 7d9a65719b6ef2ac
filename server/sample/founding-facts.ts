import 'server-only'
import type { CampaignOrganizationInput } from '@/lib/schemas/campaign'
import type { EntryKind } from '@/lib/kinds/names'

/** The day by which the founding record's dates are read; every one of them names its year. */
export const SAMPLE_DAY = '2026-02-14'

/** The address of the founding campaign, which also says whether it is there already. */
export const SAMPLE_SLUG = 'amazon-cut-the-ties'

/** The founding campaign, as its form would give it. */
export const sampleCampaign = {
  title: 'Amazon, cut the ties',
  summary:
    'Amazon workers and local advocacy groups ask Amazon and AWS to end their work for immigration enforcement and with firms that supply it.',
  status: 'active',
  timeZone: 'America/Los_Angeles',
} as const

/** Who has a part in the founding campaign, each with other names by which it is found. */
export const sampleOrganizations: (CampaignOrganizationInput & { otherNames: string })[] = [
  { name: 'Amazon', kind: 'company', parent: '', role: 'target', otherNames: '' },
  {
    name: 'AWS',
    kind: 'division',
    parent: 'Amazon',
    role: 'target',
    otherNames: 'Amazon Web Services',
  },
  { name: 'Ring', kind: 'division', parent: 'Amazon', role: 'target', otherNames: '' },
  {
    name: 'ICE',
    kind: 'agency',
    parent: '',
    role: 'counterparty',
    otherNames: 'Immigration and Customs Enforcement',
  },
  {
    name: 'CBP',
    kind: 'agency',
    parent: '',
    role: 'counterparty',
    otherNames: 'Customs and Border Protection',
  },
  { name: 'Palantir', kind: 'vendor', parent: '', role: 'counterparty', otherNames: '' },
  { name: 'Flock', kind: 'vendor', parent: '', role: 'counterparty', otherNames: '' },
  { name: 'FOX 13 Seattle', kind: 'media', parent: '', role: 'press', otherNames: 'FOX 13' },
]

const CAPTION =
  'Amazon workers protest against ICE outside of the Amazon Spheres in downtown Seattle on Feb. 13, 2026.'

/** The report that the founding record rests on; its address and its text are not part of it. */
export const sampleSource = {
  kind: 'news',
  title: 'Report on the rally at the Amazon Spheres',
  publisher: 'FOX 13 Seattle',
  published: '13 Feb 2026',
  pictures: [
    { caption: CAPTION, credit: 'FOX 13 Seattle' },
    { caption: 'Second of three pictures; its caption is not recorded.', credit: 'FOX 13 Seattle' },
    { caption: 'Third of three pictures; its caption is not recorded.', credit: 'FOX 13 Seattle' },
  ],
}

/** An entry as its form would send it. */
export type SampleEntry = { kind: EntryKind } & Record<string, unknown>

/** The rally, with the four demands that it raised. */
export function sampleRally(source: string): SampleEntry {
  return {
    kind: 'rally',
    status: 'published',
    title: 'Rally at the Amazon Spheres',
    summary:
      'Speakers asked Amazon to end its ties with federal immigration agencies and with two private firms. News that Ring cancels its partnership with Flock was celebrated. The organizers say that they will go on pressing the company.',
    date: '13 Feb 2026',
    dateReason: 'The campaign itself gives 13 February as the day of the rally.',
    dateClaims: [
      {
        value: '13 Feb 2026',
        saidBy: 'the caption of the report’s first picture',
        source: 'entry',
        exact: 'on Feb. 13, 2026',
      },
      {
        value: '12 Feb 2026',
        saidBy: 'the text of the report, which says Thursday',
        source: 'entry',
        exact: 'on Thursday',
      },
    ],
    place: 'Amazon Spheres, Seattle',
    latitude: '47.6155',
    longitude: '-122.3394',
    town: '5809844',
    participants: 'Amazon workers and local advocacy groups',
    organizations: [
      { name: 'Amazon', part: 'target' },
      { name: 'AWS', part: 'target' },
    ],
    citations: [{ source }],
    appearances: [
      {
        name: 'Maren Costa',
        role: 'speaker',
        description: 'tech worker organizer',
        consent: 'named',
        consentReason: 'Spoke on the record to press.',
        quotes: [
          {
            text: 'It is hard right now, it is scary right now, it’s getting scarier every day, but guess what? More and more people are waking up every day, it’s getting easier to build momentum like this, to bring people together.',
            source: 'entry',
          },
        ],
      },
      {
        name: 'Ahmed Shahour',
        role: 'speaker',
        description: 'former Amazon employee',
        consent: 'named',
        consentReason: 'Spoke on the record to press.',
        quotes: [
          {
            text: 'I was fired three months ago for daring to speak up against executives and educate my colleagues about Project Nimbus, a $1.2 billion project between Amazon and the Israeli military, used to commit a genocide that has wiped out nearly half the population of Gaza.',
            source: 'entry',
          },
        ],
      },
    ],
    demands: [
      raised('AWS ends its contracts with ICE.', 'AWS', 'ICE'),
      raised('AWS ends its contracts with CBP.', 'AWS', 'CBP'),
      raised('Amazon cuts its partnership with Palantir.', 'Amazon', 'Palantir'),
      raised('Amazon cuts its partnership with Flock.', 'Amazon; Ring', 'Flock'),
    ],
  }
}

/** The entries beside the rally; `flock` is the id of the demand that Ring's decision answers. */
export function sampleEntries(source: string, flock: string): SampleEntry[] {
  const rest = { status: 'published', citations: [{ source }] }
  return [
    {
      ...rest,
      kind: 'announcement',
      title: 'Ring advertises a “search party” feature during the Super Bowl',
      summary:
        'The feature uses AI to look for lost pets. It drew criticism: people asked what else could be searched for, and with whom the data could be shared.',
      date: 'before 13 Feb 2026',
      organizations: [{ name: 'Ring', part: 'actor' }],
      details: { through: 'a Super Bowl advertisement' },
    },
    {
      ...rest,
      kind: 'contract_change',
      title: 'Ring cancels its partnership with Flock',
      summary: 'The day of the decision is not in the report. It was known at the rally.',
      date: 'by 13 Feb 2026',
      organizations: [
        { name: 'Ring', part: 'actor' },
        { name: 'Flock', part: 'subject' },
      ],
      details: { change: 'cancelled' },
      demands: [{ demand: flock, relation: 'answers', stance: 'meets', at: 'Ring' }],
    },
    {
      ...rest,
      kind: 'win',
      title: 'The partnership of Ring and Flock ends',
      summary: 'Organizers at the rally celebrated it. At Amazon itself the demand stays open.',
      date: 'by 13 Feb 2026',
      organizations: [
        { name: 'Ring', part: 'subject' },
        { name: 'Flock', part: 'subject' },
      ],
    },
    {
      ...rest,
      kind: 'no_reply',
      title: 'Amazon and AWS did not immediately respond to FOX 13',
      summary: 'The newsroom asked both for comment for its report on the rally.',
      date: 'by 13 Feb 2026',
      organizations: [
        { name: 'Amazon', part: 'actor' },
        { name: 'AWS', part: 'actor' },
      ],
      inquiry: {
        askedBy: 'FOX 13 Seattle',
        through: 'request for comment',
        recipients: [
          { name: 'Amazon', outcome: 'did_not_immediately_respond' },
          { name: 'AWS', outcome: 'did_not_immediately_respond' },
        ],
      },
    },
    {
      ...rest,
      kind: 'retaliation',
      title: 'Ahmed Shahour’s account of his firing',
      summary:
        'At the rally he said that Amazon had fired him three months before, after he spoke out about Project Nimbus.',
      date: 'about November 2025',
      accordingTo: 'Ahmed Shahour',
      organizations: [{ name: 'Amazon', part: 'actor' }],
      details: { form: 'firing' },
    },
  ]
}

function raised(wording: string, targets: string, counterparties: string) {
  return { relation: 'raises', wording, targets, counterparties }
}
