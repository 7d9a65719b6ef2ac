/**
 * A page being made. `changed` collects what changed meanwhile, by link's hash and workspace.
 *
 * @typedef {{ changed: Set<string>, missed: boolean }} Making
 */

/**
 * Has each page made once for all who wait for it, one making after the other: whoever comes after
 * a change waits for a page that was begun after it.
 *
 * @template T
 */
export class ShareFills {
  /** @type {Map<string, { making: Making, result: Promise<T>, next: Promise<T> | null }>} */
  #running = new Map()

  /**
   * @param {string} key
   * @param {(making: Making) => Promise<T>} make
   * @returns {Promise<T>}
   */
  run(key, make) {
    const current = this.#running.get(key)
    if (!current) return this.#begin(key, make)
    if (!current.making.missed && current.making.changed.size === 0) return current.result
    const again = () => this.run(key, make)
    current.next ??= current.result.then(again, again)
    return current.next
  }

  /** @param {string} what a link's hash or a workspace */
  change(what) {
    for (const { making } of this.#running.values()) making.changed.add(what)
  }

  /** Changes may have gone by unheard. */
  miss() {
    for (const { making } of this.#running.values()) making.missed = true
  }

  /**
   * @param {string} key
   * @param {(making: Making) => Promise<T>} make
   */
  #begin(key, make) {
    /** @type {Making} */
    const making = { changed: new Set(), missed: false }
    const result = make(making).finally(() => this.#running.delete(key))
    this.#running.set(key, { making, result, next: null })
    return result
  }
}
