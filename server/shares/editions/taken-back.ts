import 'server-only'
import { sentenceOf } from '@/lib/entries/sentence'
import { nameFor, stricter } from '@/lib/people/consent'
import type { ShownOf } from '@/lib/people/shown'
import { Withholder } from '@/lib/people/withholder'
import type { AppearanceDto, PhotoDto } from '@/lib/record'
import type { Consent } from '@/lib/schemas/words'
import type { EditionContent } from '@/lib/shares/edition'
import type { LinkedDemand, LinkedEntry, SharedEntry } from '@/lib/shares/record'
import { withinFields } from '@/lib/shares/within-fields'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import { isCommonWord } from '../../people/common-words'
import { openRecordId } from '../reading/record-ids'
import type { ShareTerms } from '../reading/terms'
import { placesNow } from './places-now'

type Context = {
  tx: Tx
  reader: ShareReader
  terms: ShareTerms
  names: Withholder
  /** What the link shows now. */
  now: Pick<EditionContent, 'demands' | 'entries'>
}

/**
 * An edition as its readers may see it now: without entries that the link no longer shows, without
 * whoever may no longer be shown as they were, without places that are kept from shares by now, without
 * parts that the link does not show any more, and without photos and links that are no longer there. What
 * cannot be looked up any more, such as a person who was taken out of an entry, is left out.
 */
export async function withoutTakenBack(
  frozen: EditionContent,
  context: Context,
): Promise<ShownOf<EditionContent>> {
  const { now, names } = context
  const shown = new Map(now.entries.map((entry) => [entry.id, entry]))
  const left = frozen.entries.filter(({ id }) => shown.has(id))
  const consents = await consentsNow(context, left)
  const placeNow = await placesNow(context, left)
  const less = new Map<string, Consent>()
  const entries = left.map((entry) => {
    const appearances = entry.appearances.flatMap((one) => {
      const may = appearanceNow(one, consents, context.terms)
      if (may?.name !== one.name && one.consent === 'named')
        less.set(one.name, may?.consent ?? 'hidden')
      return may ? [may] : []
    })
    const today = shown.get(entry.id)
    return {
      ...{ ...entry, appearances, ...placeNow(entry) },
      photos: photosNow(entry.photos, today?.photos ?? []),
      links: entry.links.filter(({ id }) => today?.links.some((link) => link.id === id)),
    }
  })
  const known = new Set(now.demands.map(({ id }) => id))
  const demands = frozen.demands
    .filter(({ id }) => known.has(id))
    .map((demand) => ({
      ...demand,
      targets: demand.targets.map((target) =>
        target.evidence && !shown.has(target.evidence.id) ? withoutEvidence(target) : target,
      ),
    }))
  // Whoever may no longer be named there may stand in the texts too, even where the person's own
  // record is gone by now.
  const still = await namedStill(context, [...less.keys()], entries)
  const former = new Withholder(
    [...less].flatMap(([name, consent]) => (still.has(name) ? [] : [{ names: [name], consent }])),
    { isCommon: isCommonWord },
  )
  const kept = withinFields(
    {
      ...frozen,
      demands,
      entries: entries.map((entry) => ({
        ...entry,
        demands: entry.demands.filter(({ demandId }) => known.has(demandId)),
        appearances: entry.appearances.map((one) => ({
          ...one,
          quotes: one.quotes.map((quote) => ({
            ...quote,
            demands: quote.demands.filter(({ demandId }) => known.has(demandId)),
          })),
        })),
      })),
    },
    context.terms.rules,
  )
  const content = names.showAll(former.showAll(kept))
  const before = new Map(frozen.entries.map((entry) => [entry.id, entry]))
  return {
    ...content,
    entries: content.entries.map((entry) => sentenceNow(entry, before.get(entry.id), names)),
  }
}

// A sentence that was made of words which are withheld by now is made again, of what is left of them.
function sentenceNow(
  entry: SharedEntry,
  frozen: LinkedEntry | undefined,
  names: Withholder,
): SharedEntry {
  const sentence = sentenceOf(entry)
  if (frozen && sentence === sentenceOf(frozen)) return entry
  return { ...entry, sentence: names.showMade(sentence) }
}

// The same as where a link does not show what a standing rests on (`reading/demands.ts`).
function withoutEvidence(target: LinkedDemand['targets'][number]): LinkedDemand['targets'][number] {
  const disputes = target.disputes.map((one) => ({ ...one, reason: '', citations: [] }))
  return { ...target, evidence: null, evidenceKept: true, note: '', disputes }
}

// A picture is never frozen: what was blurred in it since is blurred in an edition too.
function photosNow(frozen: PhotoDto[], now: PhotoDto[]): PhotoDto[] {
  return frozen.flatMap((photo) => {
    const current = now.find(({ id }) => id === photo.id)
    const { files, width, height } = current ?? photo
    return current ? [{ ...photo, files, width, height }] : []
  })
}

/**
 * Whom of these readers may know by name all the same: somebody who was taken out of one entry as a
 * mistake stands at another, or is on record as somebody who may be named.
 */
async function namedStill(
  { tx, reader, terms }: Context,
  names: string[],
  entries: LinkedEntry[],
): Promise<Set<string>> {
  if (names.length === 0 || !terms.rules.people.includes('named')) return new Set()
  const people = await tx.person.findMany({
    where: {
      ...{ workspaceId: reader.workspaceId, name: { in: names } },
      ...{ consent: 'named', trashedAt: null },
    },
    select: { name: true },
  })
  const shown = entries.flatMap(({ appearances }) =>
    appearances.filter(({ consent }) => consent === 'named'),
  )
  return new Set([...people, ...shown].map(({ name }) => name))
}

/** The consent under which an appearance or a quote stands now, by its real id. */
async function consentsNow(
  { tx, reader }: Context,
  entries: LinkedEntry[],
): Promise<(id: string) => Consent | null> {
  const open = (id: string) => openRecordId(reader, id) ?? id
  const ids = entries.flatMap(({ appearances }) =>
    appearances.flatMap((one) => [one.id, ...one.quotes.map(({ id }) => id)].map(open)),
  )
  const { workspaceId } = reader
  const people = await tx.appearance.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, person: { select: { consent: true } } },
  })
  const quotes = await tx.quote.findMany({
    where: { workspaceId, id: { in: ids } },
    select: {
      id: true,
      consent: true,
      appearance: { select: { person: { select: { consent: true } } } },
    },
  })
  const known = new Map<string, Consent>([
    ...people.map(({ id, person }) => [id, person?.consent ?? 'named'] as const),
    ...quotes.map(
      ({ id, consent, appearance }) =>
        [id, stricter(appearance.person?.consent ?? 'named', consent)] as const,
    ),
  ])
  return (id) => known.get(open(id)) ?? null
}

function appearanceNow(
  frozen: AppearanceDto,
  consentOf: (id: string) => Consent | null,
  { rules }: ShareTerms,
): AppearanceDto | null {
  const current = consentOf(frozen.id)
  if (current === null) return null
  const consent = stricter(frozen.consent, current)
  if (consent === 'hidden' || !rules.people.includes(consent)) return null
  const name = consent === frozen.consent ? frozen.name : (nameFor(frozen.name, consent) ?? '')
  return {
    ...frozen,
    consent,
    name,
    quotes: frozen.quotes.filter(({ id }) => {
      const now = consentOf(id)
      return now !== null && stricter(consent, now) === consent
    }),
  }
}
