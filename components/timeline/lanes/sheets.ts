import type { LanesPlace } from '@/lib/timeline/lanes/links'
import type { Sheet } from '@/lib/timeline/lanes/sheet'
import { unpackSheet, type PackedSheet } from '@/lib/timeline/lanes/wire'

/** A sheet stays true for this long; after that it is asked for anew. */
const LASTS_MS = 60_000
const MOST = 48

type Held = { at: number; sheet: Sheet | null; coming: Promise<Sheet | null> }

/** The sheets that were fetched, by level and page. */
export class Sheets {
  private readonly held = new Map<string, Held>()

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
    const held: Held = { at: Date.now(), sheet: null, coming: this.load(level, page) }
    this.held.set(key, held)
    void held.coming.then((sheet) => {
      held.sheet = sheet
      if (sheet === null) this.held.delete(key)
    })
    const [oldest] = this.held.keys()
    if (this.held.size > MOST && oldest !== undefined) this.held.delete(oldest)
    return held.coming
  }

  private fresh(key: string): Held | undefined {
    const held = this.held.get(key)
    return held && Date.now() - held.at < LASTS_MS ? held : undefined
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
