import type { KeptPage } from './kept-page'
/**
 * Pages by address, bounded in bytes: what was not asked for longest goes first.
 */
export class PageStore {
  /** oldest use first */
  #pages: Map<string, KeptPage> = new Map()
  #limit
  bytes = 0

  /** @param limit in bytes */
  constructor(limit: number) {
    this.#limit = limit
  }

  get size() {
    return this.#pages.size
  }

  /** @param now ms */
  get(key: string, now: number) {
    const page = this.#pages.get(key)
    if (page === undefined) return undefined
    this.#pages.delete(key)
    if (page.until <= now) {
      this.bytes -= page.size
      return undefined
    }
    this.#pages.set(key, page)
    return page
  }

  /**
   * @param page one that is larger than a sixteenth of all is
   *   not kept, lest it drive out everything else
   */
  set(key: string, page: KeptPage) {
    this.#drop(key)
    if (page.size > this.#limit / 16) return
    this.#pages.set(key, page)
    this.bytes += page.size
    for (const oldest of this.#pages.keys()) {
      if (this.bytes <= this.#limit) break
      this.#drop(oldest)
    }
  }

  dropWhere(isStale: (page: KeptPage) => boolean) {
    for (const [key, page] of this.#pages) if (isStale(page)) this.#drop(key)
  }

  clear() {
    this.#pages.clear()
    this.bytes = 0
  }

  #drop(key: string) {
    const page = this.#pages.get(key)
    if (page === undefined) return
    this.#pages.delete(key)
    this.bytes -= page.size
  }
}
