import { z } from 'zod'
import { dateInWords } from '../../dates/words'
import {
  citationSchema,
  entryOrganizationSchema,
  inquirySchema,
  MOST_CITATIONS,
  touchedDemandSchema,
} from '../../schemas/entry-parts'
import { listCell, placedCell } from '../../formats/list-cell'
import { linksSchema } from '../../schemas/entry-links'
import { photosSchema } from '../../schemas/entry-photos'
import { lineText } from '../../schemas/text'
import type { LinkDto } from '../../record'
import type { LinkedEntry } from '../../shares/record'
import { sourceFieldList, type SourceTexts } from '../../sources/fields'
import { entryRelations } from '../relations'
import type { EntryField } from './define'
import { rowsOf, sourceOf } from './form-rows'

// What has rows of its own keeps those of both when two entries become one.
const rows = { columns: {}, merged: 'both' } as const

/** Whose account it is, where it is nobody's knowledge but theirs. */
export const accordingTo = {
  label: 'According to',
  group: 'accounts',
  schema: () => lineText(200).default(''),
  columns: { accordingToPersonId: ['never', null] },
  values: (entry) => ({ accordingTo: entry.accordingTo ?? '' }),
  shown: { accordingTo: null },
  // Both may be people who are not named.
  change: { words: 'whose account it is', needs: ['account'], comparedOnly: true },
  merged: 'chosen',
  csv: [['according_to', (entry) => entry.accordingTo ?? '']],
  alike: 'nothing',
} satisfies EntryField

const namesOf = (part: 'actor' | 'target' | 'subject') => (entry: LinkedEntry) =>
  listCell(entry.organizations.filter((one) => one.part === part).map(({ name }) => name))

export const organizations = {
  ...rows,
  label: 'Organizations',
  group: 'essentials',
  schema: () => z.array(entryOrganizationSchema).max(50).default([]),
  values: (entry) =>
    rowsOf(
      'organizations',
      entry.organizations.map(({ name, part }) => ({ name, part })),
    ),
  shown: { organizations: [] },
  change: { words: 'organizations', needs: ['organizations'] },
  csv: [
    ['actors', namesOf('actor')],
    ['targets', namesOf('target')],
    ['subjects', namesOf('subject')],
  ],
  alike: 'same',
} satisfies EntryField

export const demands = {
  ...rows,
  label: 'Demands',
  group: 'essentials',
  schema: () => z.array(touchedDemandSchema).max(50).default([]),
  values: (entry) =>
    rowsOf(
      'demands',
      entry.demands.map(({ id, demandId, wording, relation, stance, at }) => ({
        ...{ id, demand: demandId, wording, relation },
        ...{ stance: stance ?? '', at: at ?? '' },
      })),
    ),
  shown: { demands: [] },
  change: { words: 'demands', needs: ['demands'] },
  csv: [['demands', (entry) => listCell(entry.demands.map(({ number }) => String(number)))]],
  // What is answered once is not answered again by the next of a series.
  alike: (entry) =>
    rowsOf(
      'demands',
      entry.demands
        .filter(({ relation }) => relation !== 'answers')
        .map(({ demandId, wording }) => ({ demand: demandId, wording, relation: 'repeats' })),
    ),
} satisfies EntryField

export const citations = {
  ...rows,
  label: 'Sources',
  group: 'essentials',
  schema: () => z.array(citationSchema).max(MOST_CITATIONS).default([]),
  values: (entry) =>
    rowsOf(
      'citations',
      entry.citations.map(({ id, source, exact, near }) => ({
        ...{ id, source: source.id, title: source.title, exact, ...near },
      })),
    ),
  shown: { citations: [] },
  change: { words: 'sources', needs: ['sources'] },
  csv: [
    [
      'sources',
      (entry) => listCell(entry.citations.map(({ source }) => source.url || source.title)),
    ],
    ...sourceFieldList()
      .filter(([name, { cited }]) => name !== 'url' && cited !== 'nowhere')
      .map(
        ([name]) =>
          [
            `source_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
            ({ citations: all }: LinkedEntry) =>
              placedCell(
                all.map(({ source }: { source: Partial<SourceTexts> }) => source[name] ?? ''),
              ),
          ] as const,
      ),
  ],
  alike: 'nothing',
} satisfies EntryField

export const inquiry = {
  ...rows,
  label: 'Inquiry',
  group: 'essentials',
  schema: ({ when }) => inquirySchema({ ...when, expects: 'past' }).optional(),
  values: ({ inquiries: [first] }) =>
    first
      ? {
          'inquiry.askedBy': first.askedBy ?? '',
          'inquiry.through': first.through,
          'inquiry.asked': dateInWords(first.edtf),
          ...rowsOf(
            'inquiry.recipients',
            first.recipients.map(({ name, outcome }) => ({ name, outcome: outcome ?? '' })),
          ),
        }
      : {},
  shown: { inquiries: [] },
  change: { words: 'inquiries', needs: ['inquiries'] },
  csv: [],
  alike: 'nothing',
} satisfies EntryField

export const photos = {
  ...rows,
  label: 'Photos',
  group: 'photos',
  schema: () => photosSchema,
  values: (entry) =>
    rowsOf(
      'photos',
      entry.photos.map(({ id, caption, credit, alt, decorative }) => ({
        ...{ photo: id, caption, credit, alt },
        ...(decorative && { decorative: 'on' }),
      })),
    ),
  shown: { photos: [] },
  change: { words: 'photos', needs: ['photos'] },
  csv: [
    [
      'photos',
      (entry) =>
        listCell(
          entry.photos.map(
            ({ caption, alt, credit }) =>
              `${caption || alt || 'Photo'}${credit && ` (credit: ${credit})`}`,
          ),
        ),
    ],
  ],
  alike: 'nothing',
} satisfies EntryField

export const links = {
  ...rows,
  label: 'Links to other entries',
  group: 'links',
  schema: () => linksSchema,
  values: (entry) =>
    rowsOf(
      'links',
      entry.links
        .filter(({ says }) => says)
        .map(({ id, relation, note, accordingTo: account, citations: cited, entry: other }) => ({
          ...{ id, relation, entryId: other.id, entry: other.title, note, accordingTo: account },
          source: sourceOf(cited),
        })),
    ),
  shown: { links: [] },
  // The other end of a link may be hidden.
  change: { words: 'links to other entries', needs: ['links'], comparedOnly: true },
  csv: [
    [
      'links',
      (entry) =>
        listCell(
          entry.links.map(
            ({ relation, says, entry: other, ...more }) =>
              `${entryRelations[relation][says ? 'label' : 'reverse']}: ${other.title}${besides(more)}`,
          ),
        ),
    ],
  ],
  alike: 'nothing',
} satisfies EntryField

function besides({ note, accordingTo: account }: Pick<LinkDto, 'note' | 'accordingTo'>): string {
  const said = [note, account && `according to ${account}`].filter(Boolean)
  return said.length === 0 ? '' : ` (${said.join('; ')})`
}
