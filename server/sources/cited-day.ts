import 'server-only'
import { isExact } from '@/lib/dates/words'
import { firstSourceDay } from '@/lib/entries/source-day'
import type { FormValues } from '@/lib/forms/state'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { isUuid } from '../ids'
import { sameSource, type CitedSource } from './find-or-create'

/** More sources than these are not looked at for a day. */
const MOST = 20

/**
 * The day on which the first known source that an entry's form cites was published, or null. Sources
 * are found as a save finds them, so that it is the same before script.
 */
export async function citedDay(viewer: Viewer, values: FormValues): Promise<string | null> {
  requireMember(viewer)
  const cited = citedIn(values)
  if (cited.size === 0) return null
  return withViewer(viewer, async (tx) => {
    const days: Record<string, string> = {}
    for (const [row, source] of cited) {
      const found = await tx.source.findFirst({
        where: { trashedAt: null, ...sameSource(source) },
        select: { published: true },
        orderBy: { createdAt: 'asc' },
      })
      if (found && isExact(found.published)) days[row] = found.published
    }
    const rows = [...cited.keys()].map((row) => [row, row] as const)
    return firstSourceDay(Object.fromEntries(rows), days)
  })
}

function citedIn(values: FormValues): Map<string, CitedSource> {
  const rows = new Map<string, CitedSource>()
  for (const [name, value] of Object.entries(values)) {
    const [, row, field] = /^(citations\.\d+)\.(source|title|url|publisher)$/.exec(name) ?? []
    if (!row || !field || typeof value !== 'string' || value.trim() === '') continue
    rows.set(row, { ...rows.get(row), [field]: value.trim() })
  }
  const named = [...rows].filter(([, { source, title, url }]) =>
    source ? isUuid(source) : (title ?? url),
  )
  return new Map(named.slice(0, MOST))
}
