import 'server-only'
import { matchPassage, passageIn, type Passage, type PassageMatch } from '@/lib/passages'
import { requireRole, type SystemJob } from '../auth/viewer'
import { withViewer, type Tx } from '../db'

/** A passage as a citation stores it: where it was marked, and how it agrees with the source's text. */
export type PlacedPassage = Passage & { match: PassageMatch | '' }

/**
 * A passage with what stands around it in a captured text. Where nobody marked a place it is the
 * first one. What was marked stays where it was: if other words stand there now, it has `moved`.
 */
export function placedIn(text: string, { exact, prefix, suffix }: Passage): PlacedPassage {
  if (exact === '') return { exact, prefix: '', suffix: '', match: '' }
  if (text === '') return { exact, prefix, suffix, match: '' }
  const around = passageIn(text, exact, { prefix, suffix })
  const match = around ? 'found' : matchPassage(text, { exact, prefix, suffix })
  return { exact, ...(around ?? { prefix, suffix }), match }
}

/** Compares all cited passages of a source with its captured text again, after either has changed. */
export async function matchPassages(tx: Tx, sourceId: string): Promise<void> {
  const source = await tx.source.findFirst({
    where: { id: sourceId },
    select: { capturedText: true },
  })
  if (!source) return
  const citations = await tx.citation.findMany({
    where: { sourceId, exact: { not: '' } },
    select: { id: true, exact: true, prefix: true, suffix: true, match: true },
  })
  for (const { id, ...before } of citations) {
    const { prefix, suffix, match } = placedIn(source.capturedText, before)
    if (match === before.match && prefix === before.prefix && suffix === before.suffix) continue
    await tx.citation.updateMany({ where: { id }, data: { prefix, suffix, match } })
  }
}

const AT_ONCE = 20

/** Compares the passages that were cited before the program compared any. */
export async function matchUnmatched(viewer: SystemJob): Promise<void> {
  requireRole(viewer, 'owner')
  for (let after = '', more = true; more;) {
    more = await withViewer(viewer, async (tx) => {
      const sources = await tx.source.findMany({
        where: {
          capturedText: { not: '' },
          citations: { some: { match: '', exact: { not: '' } } },
          ...(after && { id: { gt: after } }),
        },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: AT_ONCE,
      })
      for (const { id } of sources) await matchPassages(tx, id)
      after = sources.at(-1)?.id ?? after
      return sources.length === AT_ONCE
    })
  }
}
