import { LRUCache } from 'lru-cache'

/** What a store must know of a page: its size in bytes, and when it must be made anew, in ms. */
type Stored = { size: number; until: number }

/** Pages by address, bounded in bytes: what was not asked for longest goes first. */
export class PageStore<Page extends Stored> {
  readonly #pages: LRUCache<string, Page>

  /**
   * @param limit in bytes; a page that is larger than a sixteenth of all is not cached, lest it
   *   drive out everything else
   */
  constructor(limit: number) {
    this.#pages = new LRUCache({
      maxSize: limit,
      maxEntrySize: Math.floor(limit / 16),
      sizeCalculation: ({ size }) => size,
    })
  }

  get size(): number {
    return this.#pages.size
  }

  get bytes(): number {
    return this.#pages.calculatedSize
  }

  /** @param now ms */
  get(key: string, now: number): Page | undefined {
    const page = this.#pages.get(key)
    if (page === undefined || page.until > now) return page
    this.#pages.delete(key)
    return undefined
  }

  set(key: string, page: Page): void {
    this.#pages.set(key, page)
  }

  dropWhere(isStale: (page: Page) => boolean): void {
    for (const [key, page] of [...this.#pages.entries()]) if (isStale(page)) this.#pages.delete(key)
  }

  clear(): void {
    this.#pages.clear()
  }
}
