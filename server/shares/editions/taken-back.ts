import 'server-only'
import { forPlainFields } from '@/lib/entries/fields/plain'
import { sentenceOf } from '@/lib/entries/sentence'
import { nameFor, stricter } from '@/lib/people/consent'
import type { ShownOf } from '@/lib/people/shown'
import { Withholder } from '@/lib/people/withholder'
import type { AppearanceDto, PhotoDto } from '@/lib/record'
import type { Consent, PlacePrecision } from '@/lib/schemas/words'
import type { EditionContent } from '@/lib/shares/edition'
import type { LinkedEntry } from '@/lib/shares/record'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import { goesWithPlace, placePrecisionFor } from '../../entries/present-place'
import { isCommonWord } from '../../people/common-words'
import { openRecordId } from '../reading/record-ids'
import type { ShareTerms } from '../reading/terms'

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
 * whoever may no longer be shown as they were, without places that are kept from shares by now, and
 * without photos and links that are no longer there. What
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
  const places = await precisionsNow(context, left)
  const less = new Map<string, Consent>()
  const entries = left.map((entry) => {
    const appearances = entry.appearances.flatMap((one) => {
      const may = appearanceNow(one, consents, context.terms)
      if (may?.name !== one.name && one.consent === 'named')
        less.set(one.name, may?.consent ?? 'hidden')
      return may ? [may] : []
    })
    const today = shown.get(entry.id)
    const remaining = {
      ...{ ...entry, appearances, ...placeNow(entry, today, places) },
      photos: photosNow(entry.photos, today?.photos ?? []),
      links: entry.links.filter(({ id }) => today?.links.some((link) => link.id === id)),
    }
    return {
      ...remaining,
      sentence: remaining.place === entry.place ? entry.sentence : sentenceOf(remaining),
    }
  })
  const known = new Set(now.demands.map(({ id }) => id))
  const demands = frozen.demands
    .filter(({ id }) => known.has(id))
    .map((demand) => ({
      ...demand,
      targets: demand.targets.map((target) => ({
        ...target,
        evidence: target.evidence && shown.has(target.evidence.id) ? target.evidence : null,
      })),
    }))
  // Whoever may no longer be named there may stand in the texts too, even where the person's own
  // record is gone by now.
  const former = new Withholder(
    [...less].map(([name, consent]) => ({ names: [name], consent })),
    {
      isCommon: isCommonWord,
    },
  )
  return names.showAll(
    former.showAll({
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
    }),
  )
}

// A picture is never frozen: what was blurred in it since is blurred in an edition too.
function photosNow(frozen: PhotoDto[], now: PhotoDto[]): PhotoDto[] {
  return frozen.flatMap((photo) => {
    const current = now.find(({ id }) => id === photo.id)
    const { files, width, height } = current ?? photo
    return current ? [{ ...photo, files, width, height }] : []
  })
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

async function precisionsNow(
  { tx, reader, terms }: Context,
  entries: LinkedEntry[],
): Promise<Map<string, PlacePrecision>> {
  const rows = await tx.entry.findMany({
    where: {
      workspaceId: reader.workspaceId,
      id: { in: entries.map(({ id }) => openRecordId(reader, id) ?? id) },
    },
    select: { id: true, placePrecision: true, placeHiddenUntil: true },
  })
  const audience = { now: new Date(), rules: terms.rules }
  const byId = new Map(rows.map((row) => [row.id, placePrecisionFor(row, audience)]))
  return new Map(
    entries.map(({ id }) => [id, byId.get(openRecordId(reader, id) ?? id) ?? 'hidden']),
  )
}

// A place that may be told as exactly as it was stays as it was frozen; else it is told as the link
// tells it now.
function placeNow(
  frozen: LinkedEntry,
  now: LinkedEntry | undefined,
  precisions: Map<string, PlacePrecision>,
): Partial<LinkedEntry> {
  const precision = precisions.get(frozen.id) ?? 'hidden'
  if (precision === 'exact' || precision === frozen.placePrecision) return {}
  return {
    place: now?.place ?? '',
    coordinates: now?.coordinates ?? null,
    ...forPlainFields((name) =>
      goesWithPlace(name, precision) ? (now?.[name] ?? '') : frozen[name],
    ),
    claims: frozen.claims.filter(({ field }) => field !== 'place'),
    // The clocks of a place, and the hour by them, tell where about it lies.
    ...(precision === 'hidden' && { time: null, timeZone: null }),
  }
}
