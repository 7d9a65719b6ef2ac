import 'server-only'
import { isAsked, isDay, type SearchFilters } from '@/lib/search/filters'
import type { SearchPage } from '@/lib/search/result'
import type { Meaning } from '@/lib/search/tsquery'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError } from '../errors'
import { isUuid } from '../ids'
import { findHits, namesAnswering, type Hit, type Question } from './find'
import { readResults } from './results'
import { exactMeanings, fuzzyMeanings } from './vocabulary'

const PAGE = 20
/** With fewer results than this, words that only resemble the typed ones are searched too. */
const FEW = 5

/**
 * Searches everything that a member may see: words in any order, without regard to case, accents and
 * English endings. Where few records have the words themselves, those that begin like them or differ
 * by a typing error count as well, after the exact ones.
 *
 * @throws AppError `forbidden` for readers of a share, `invalid` for a cursor that is not ours.
 */
export async function searchRecords(viewer: Viewer, filters: SearchFilters): Promise<SearchPage> {
  requireMember(viewer)
  if (!isAsked(filters)) return { results: [], next: null, loosened: false }
  return withViewer(viewer, async (tx) => {
    const cursor = filters.after === null ? null : cursorFrom(filters.after)
    const exact = await exactMeanings(tx, filters.q)
    const question: Question = {
      exact,
      fuzzy: cursor?.loosened ? await fuzzyMeanings(tx, exact, { named: false }) : null,
      organizations: await named(tx, 'organization', filters.organization),
      people: await named(tx, 'person', filters.person),
      filters,
    }
    // Words of nothing but punctuation ask for something, and nothing answers.
    if (filters.q !== '' && exact.length === 0) return { results: [], next: null, loosened: false }
    if (question.organizations?.length === 0 || question.people?.length === 0)
      return { results: [], next: null, loosened: false }
    let hits = await findHits(tx, viewer, question, cursor?.hit ?? null, PAGE + 1)
    if (!cursor && exact.length > 0 && hits.length < FEW) {
      const few = hits.length
      const fuzzy = await fuzzyMeanings(tx, exact, { named: false })
      // The same words find the same records.
      if (fuzzy.some(({ forms }, place) => forms.length > (exact[place]?.forms.length ?? 0))) {
        question.fuzzy = fuzzy
        hits = await findHits(tx, viewer, question, null, PAGE + 1)
        if (hits.length === few) question.fuzzy = null
      }
    }
    const shown = hits.slice(0, PAGE)
    const last = hits.length > PAGE ? shown[shown.length - 1] : undefined
    const loosened = question.fuzzy !== null
    return {
      results: await readResults(tx, viewer, shown, formsOf(question.fuzzy ?? exact)),
      next: last ? cursorOf(last, loosened) : null,
      loosened,
    }
  })
}

async function named(
  tx: Tx,
  record: 'organization' | 'person',
  name: string,
): Promise<string[] | null> {
  if (name === '') return null
  const exact = await exactMeanings(tx, name)
  if (exact.length === 0) return []
  const found = await namesAnswering(tx, record, exact)
  if (found.length > 0) return found
  return namesAnswering(tx, record, await fuzzyMeanings(tx, exact, { named: true }))
}

function formsOf(meanings: readonly Meaning[]): Set<string> {
  return new Set(meanings.flatMap(({ forms }) => forms))
}

function cursorOf({ rank, day, id }: Hit, loosened: boolean): string {
  return [loosened ? 'l' : 'e', rank, day, id].join('_')
}

function cursorFrom(text: string): { hit: Hit; loosened: boolean } {
  const [mode, rank = '', day = '', id = ''] = text.split('_')
  const isOurs =
    (mode === 'l' || mode === 'e') && /^\d{1,6}$/.test(rank) && isDay(day) && isUuid(id)
  if (!isOurs) throw new AppError('invalid', 'This page of results does not exist. Search again.')
  return { hit: { record: 'entry', id, rank: Number(rank), day }, loosened: mode === 'l' }
}
