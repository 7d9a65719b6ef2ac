import { dateInWords } from '../dates/words'
import type { FormValues } from '../forms/state'
import type { CitationDto, ClaimDto, EntryDto } from '../record'

/**
 * An entry as its form shows it, so that it can be edited, compared and restored: what this gives,
 * the entry's schema reads back into the same entry.
 */
export function entryFormValues(entry: EntryDto): FormValues {
  const values: FormValues = {
    kind: entry.kind,
    status: entry.status,
    title: entry.title,
    summary: entry.summary,
    date: dateInWords(entry.edtf, { time: entry.time }),
    place: entry.place,
    placePrecision: entry.placePrecision,
    ...placedValues(entry.placed),
    crowd: entry.crowd.words,
    crowdCountedBy: entry.crowd.countedBy,
    participants: entry.participants,
    accordingTo: entry.accordingTo ?? '',
    tags: entry.tags.join(', '),
    privateNote: entry.privateNote,
  }
  const row = (group: string, index: number, fields: Record<string, string>) => {
    for (const [name, value] of Object.entries(fields)) values[`${group}.${index}.${name}`] = value
  }
  for (const [name, value] of Object.entries(entry.details))
    values[`details.${name}`] = String(value)
  entry.organizations.forEach(({ name, part }, index) =>
    row('organizations', index, { name, part }),
  )
  entry.appearances.forEach(({ id, name, role, description, quotes }, index) => {
    row('appearances', index, { id, name, role, description, consent: '', consentReason: '' })
    quotes.forEach((quote, place) =>
      row(`appearances.${index}.quotes`, place, {
        id: quote.id,
        text: quote.text,
        consent: quote.consent ?? '',
        source: sourceOf(quote.citations),
        ...quote.citations[0]?.near,
      }),
    )
  })
  entry.demands.forEach(({ id, demandId, wording, relation, stance, at }, index) =>
    row('demands', index, {
      ...{ id, demand: demandId, wording, relation },
      ...{ stance: stance ?? '', at: at ?? '' },
    }),
  )
  entry.citations.forEach(({ id, source, exact, near }, index) =>
    row('citations', index, { id, source: source.id, title: source.title, exact, ...near }),
  )
  entry.photos.forEach(({ id, caption, credit, alt, decorative }, index) =>
    row('photos', index, {
      ...{ photo: id, caption, credit, alt },
      ...(decorative && { decorative: 'on' }),
    }),
  )
  entry.links
    .filter(({ says }) => says)
    .forEach(({ id, relation, note, accordingTo, citations, entry: other }, index) =>
      row('links', index, {
        ...{ id, relation, entryId: other.id, entry: other.title, note, accordingTo },
        source: sourceOf(citations),
      }),
    )
  for (const field of ['date', 'place', 'crowd'] as const) {
    const claims = entry.claims.filter((claim) => claim.field === field)
    values[`${field}Reason`] = claims.find(({ working }) => working)?.reason ?? ''
    claims.forEach((claim, index) => row(`${field}Claims`, index, claimRow(claim)))
  }
  const inquiry = entry.inquiries[0]
  if (inquiry) {
    values['inquiry.askedBy'] = inquiry.askedBy ?? ''
    values['inquiry.through'] = inquiry.through
    values['inquiry.asked'] = dateInWords(inquiry.edtf)
    inquiry.recipients.forEach(({ name, outcome }, index) =>
      row('inquiry.recipients', index, { name, outcome }),
    )
  }
  return values
}

function placedValues(placed: EntryDto['placed']): FormValues {
  const until = placed?.hiddenUntil
  return {
    latitude: degreesText(placed?.latitude),
    longitude: degreesText(placed?.longitude),
    town: String(placed?.town?.id ?? ''),
    placeHiddenUntil: until ? dateInWords(until.day, { time: until.time }) : '',
  }
}

function degreesText(degrees: number | null | undefined): string {
  return degrees === null || degrees === undefined ? '' : String(degrees)
}

function claimRow({ id, field, value, saidBy, citations }: ClaimDto): Record<string, string> {
  return {
    id,
    value: field === 'date' ? dateInWords(value) : value,
    saidBy,
    source: sourceOf(citations),
    exact: citations[0]?.exact ?? '',
    ...citations[0]?.near,
  }
}

function sourceOf(citations: CitationDto[]): string {
  return citations[0]?.source.id ?? ''
}
