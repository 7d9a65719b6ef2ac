/**
 * Pages by address, bounded in bytes: what was not asked for longest goes first.
 */
export class PageStore {
  /** @type {Map<string, import('./kept-page.mjs').KeptPage>} oldest use first */
  #pages = new Map()
  #limit
  bytes = 0

  /** @param {number} limit in bytes */
  constructor(limit) {
    this.#limit = limit
  }

  get size() {
    return this.#pages.size
  }

  /**
   * @param {string} key
   * @param {number} now ms
   */
  get(key, now) {
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
   * @param {string} key
   * @param {import('./kept-page.mjs').KeptPage} page one that is larger than a sixteenth of all is
   *   not kept, lest it drive out everything else
   */
  set(key, page) {
    this.#drop(key)
    if (page.size > this.#limit / 16) return
    this.#pages.set(key, page)
    this.bytes += page.size
    for (const oldest of this.#pages.keys()) {
      if (this.bytes <= this.#limit) break
      this.#drop(oldest)
    }
  }

  /** @param {(page: import('./kept-page.mjs').KeptPage) => boolean} isStale */
  dropWhere(isStale) {
    for (const [key, page] of this.#pages) if (isStale(page)) this.#drop(key)
  }

  clear() {
    this.#pages.clear()
    this.bytes = 0
  }

  /** @param {string} key */
  #drop(key) {
    const page = this.#pages.get(key)
    if (page === undefined) return
    this.#pages.delete(key)
    this.bytes -= page.size
  }
}
