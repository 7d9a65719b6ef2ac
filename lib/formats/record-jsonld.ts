import { dateInWords, isExact } from '../dates/words'
import { disputeInWords, replyInWords } from '../entries/answers'
import { disagreementLines } from '../entries/disagreement'
import { plainLines } from '../entries/fields/plain-lines'
import { kindOf } from '../kinds/index'
import { licences } from '../shares/publisher'
import type { SharedEntry } from '../shares/record'
import { accountLine } from './entry-text'
import { Losses, cutOff, type Download, type Origin, type Written } from './download'

/** What linked data has no place for. */
export const jsonldLimits = {
  missing: [
    'demands',
    'claims',
    'passages',
    'inquiries',
    'details',
    'crowd',
    'uncertainty',
    'photos',
    'checks',
    'links',
    'unnamed',
  ],
  leavesOut: 'responses, outcomes and context, except their quotes',
} as const

/**
 * Actions as schema.org Events and quotes as Quotations, for search engines that read JSON-LD. A
 * `<` is written as an escape, so that the text may stand in any page.
 */
export function recordJsonld(record: Written, origin: Origin): Download {
  const events: string[] = [...(record.publisher ? [JSON.stringify(whole(record, origin))] : [])]
  const quotations: string[] = []
  const losses = new Losses(jsonldLimits.missing)
  for (const entry of record.entries) {
    losses.see(entry, entry.lane === 'action')
    if (entry.lane === 'action') events.push(JSON.stringify(event(entry, record, origin)))
    for (const one of quotationsOf(entry, origin)) quotations.push(JSON.stringify(one))
  }
  const graph = [...events, ...quotations].join(',')
  const content = `{"@context":"https://schema.org","@graph":[${graph}]}`
  return {
    text: `${content.replaceAll('<', '\\u003c')}\n`,
    type: 'application/ld+json',
    loss: [
      ...losses.inWords(record, record.entries.length, jsonldLimits.leavesOut),
      ...cutOff(record),
    ],
  }
}

/** The record itself, with who keeps it and on what terms its text may be used. */
function whole({ campaign, publisher, updatedAt }: Written, { page }: Origin) {
  const { name = '', about = '', contact, corrections, licence = null } = publisher ?? {}
  return {
    ...{ '@type': 'Dataset', '@id': page, url: page, name: campaign.title },
    ...(campaign.summary && { description: campaign.summary }),
    dateModified: updatedAt,
    ...(name && {
      publisher: {
        ...{ '@type': 'Organization', name },
        ...(about && { description: about }),
        ...(contact?.url && { url: contact.url }),
        ...(corrections?.url && { correctionsPolicy: corrections.url }),
      },
    }),
    ...(licence && { license: licences[licence].url }),
  }
}

function event(entry: SharedEntry, { campaign }: Pick<Written, 'campaign'>, origin: Origin) {
  const of = (part: 'actor' | 'target') =>
    entry.organizations
      .filter((one) => one.part === part)
      .map(({ name }) => ({ '@type': 'Organization', name }))
  const start = startOf(entry)
  const told = [accountLine(entry), entry.sentence, entry.summary].filter(Boolean)
  const doubt = [
    ...entry.disputes.map(disputeInWords),
    ...(start === null ? [`The date is known as “${dateInWords(entry.edtf)}”.`] : []),
    ...disagreementLines(entry.claims),
    ...entry.replies.map(replyInWords),
  ]
  const more = plainLines(entry, 'files').map(({ label, text }) => ({
    ...{ '@type': 'PropertyValue', name: label, value: text },
  }))
  return {
    '@type': 'Event',
    '@id': origin.entry(entry.id),
    name: entry.title,
    keywords: [entry.kind, ...(entry.alsoKind ? [entry.alsoKind] : [])].map(
      (kind) => kindOf(kind).label,
    ),
    url: origin.entry(entry.id),
    ...(told.length > 0 && { description: told.join(' ') }),
    ...(doubt.length > 0 && { disambiguatingDescription: doubt.join(' ') }),
    ...(start && { startDate: start }),
    ...(entry.edtf.includes('/') && start === entry.firstDay && { endDate: entry.lastDay }),
    eventStatus: 'https://schema.org/EventScheduled',
    ...(entry.place && { location: { '@type': 'Place', name: entry.place } }),
    organizer: of('actor'),
    performer: entry.appearances.flatMap(({ name, affiliation }) =>
      name === ''
        ? []
        : [
            {
              ...{ '@type': 'Person', name },
              ...(affiliation && { affiliation: { '@type': 'Organization', name: affiliation } }),
            },
          ],
    ),
    about: [{ '@type': 'Thing', name: campaign.title }, ...of('target')],
    ...(more.length > 0 && { additionalProperty: more }),
    subjectOf: entry.citations.map(({ source }) => ({
      '@type': 'CreativeWork',
      name: source.title,
      ...(source.url && { url: source.url }),
    })),
  }
}

function quotationsOf(entry: SharedEntry, origin: Origin) {
  return entry.appearances.flatMap(({ name, quotes }) =>
    quotes.map((quote) => ({
      '@type': 'Quotation',
      text: quote.text,
      // Whoever reads a quote by itself reads who disputes it, and what it stands in.
      ...disputed([...quote.disputes, ...entry.disputes]),
      ...(name && { spokenByCharacter: { '@type': 'Person', name } }),
      isBasedOn: quote.citations[0]?.source.url || origin.entry(entry.id),
    })),
  )
}

function disputed(disputes: SharedEntry['disputes']) {
  return (
    disputes.length > 0 && { disambiguatingDescription: disputes.map(disputeInWords).join(' ') }
  )
}

// As exactly as it is known: a month stays a month, and what is uncertain or only bounded on one side has none.
function startOf({ edtf, firstDay, time }: SharedEntry): string | null {
  if (isExact(edtf)) return time ? `${firstDay}T${time}` : firstDay
  const [, plain] = /^(\d{4}(?:-\d\d){0,2})$/.exec(edtf) ?? []
  if (plain) return plain
  return /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/.test(edtf) ? firstDay : null
}
