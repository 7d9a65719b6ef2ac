import type { Span } from '@/lib/timeline/lanes/levels'
import type { LanesPlace } from '@/lib/timeline/lanes/links'
import { pageOf } from '@/lib/timeline/lanes/pages'
import type { Sheet } from '@/lib/timeline/lanes/sheet'
import { unpackSheet, type PackedSheet } from '@/lib/timeline/lanes/wire'

/** A sheet stays true for this long; after that it is asked for anew. */
const LASTS_MS = 60_000
/** One that could not be had is asked for again after this long, not at every frame. */
const RETRY_MS = 2_000
const MOST = 48

type CachedSheet = { until: number; sheet: Sheet | null; coming: Promise<Sheet | null> }

/** The sheets that were fetched, by level and page. */
export class Sheets {
  private readonly cached = new Map<string, CachedSheet>()

  constructor(private readonly place: LanesPlace) {}

  /** The sheet, where it is here already. */
  ready(level: number, page: number): Sheet | null {
    return this.fresh(`${level} ${page}`)?.sheet ?? null
  }

  /** Until the right sheet comes: the nearest coarser one that is here and covers the window. */
  covering(level: number, { from, to }: Span): Sheet | null {
    for (let at = level - 1; at >= 0; at--) {
      const sheet = this.ready(at, pageOf(at, (from + to) / 2))
      if (sheet && sheet.from <= from && sheet.to >= to) return sheet
    }
    return null
  }

  /** Fetches the sheet; null where it cannot be had, so that the picture before it stays. */
  fetch(level: number, page: number): Promise<Sheet | null> {
    const key = `${level} ${page}`
    const known = this.fresh(key)
    if (known) return known.coming
    const coming = this.load(level, page)
    const cached: CachedSheet = { until: Date.now() + LASTS_MS, sheet: null, coming }
    this.cached.set(key, cached)
    void coming.then((sheet) => {
      cached.sheet = sheet
      if (sheet === null) cached.until = Date.now() + RETRY_MS
    })
    const [oldest] = this.cached.keys()
    if (this.cached.size > MOST && oldest !== undefined) this.cached.delete(oldest)
    return coming
  }

  private fresh(key: string): CachedSheet | undefined {
    const cached = this.cached.get(key)
    return cached && Date.now() < cached.until ? cached : undefined
  }

  private async load(level: number, page: number): Promise<Sheet | null> {
    const { slug, query, by, skip } = this.place
    const params = new URLSearchParams(query)
    for (const [name, value] of Object.entries({ campaign: slug, level, page, by, skip }))
      params.set(name, String(value))
    try {
      const answer = await fetch(`/api/lanes?${params}`)
      if (!answer.ok) return null
      const { sheet } = (await answer.json()) as { sheet: PackedSheet | null }
      return sheet && unpackSheet(sheet)
    } catch {
      return null
    }
  }
}
