import type { LanesPlace } from '@/lib/timeline/lanes/links'
import type { Sheet } from '@/lib/timeline/lanes/sheet'
import { unpackSheet, type PackedSheet } from '@/lib/timeline/lanes/wire'

/** A sheet stays true for this long; after that it is asked for anew. */
const LASTS_MS = 60_000
const MOST = 48

type CachedSheet = { at: number; sheet: Sheet | null; coming: Promise<Sheet | null> }

/** The sheets that were fetched, by level and page. */
export class Sheets {
  private readonly cached = new Map<string, CachedSheet>()

  constructor(private readonly place: LanesPlace) {}

  /** The sheet, where it is here already. */
  ready(level: number, page: number): Sheet | null {
    return this.fresh(`${level} ${page}`)?.sheet ?? null
  }

  /** Fetches the sheet; null where it cannot be had, so that the picture before it stays. */
  fetch(level: number, page: number): Promise<Sheet | null> {
    const key = `${level} ${page}`
    const known = this.fresh(key)
    if (known) return known.coming
    const cached: CachedSheet = { at: Date.now(), sheet: null, coming: this.load(level, page) }
    this.cached.set(key, cached)
    void cached.coming.then((sheet) => {
      cached.sheet = sheet
      if (sheet === null) this.cached.delete(key)
    })
    const [oldest] = this.cached.keys()
    if (this.cached.size > MOST && oldest !== undefined) this.cached.delete(oldest)
    return cached.coming
  }

  private fresh(key: string): CachedSheet | undefined {
    const cached = this.cached.get(key)
    return cached && Date.now() - cached.at < LASTS_MS ? cached : undefined
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
