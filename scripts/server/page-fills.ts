/**
 * A page being made. `changed` collects what changed meanwhile, by link's hash and workspace.
 */
export type Making = { changed: Set<string>; missed: boolean }

/**
 * Has each page made once for all who wait for it, one making after the other: whoever comes after
 * a change waits for a page that was begun after it.
 */
export class PageFills<T> {
  #running: Map<string, { making: Making; result: Promise<T>; next: Promise<T> | null }> = new Map()

  run(key: string, make: (making: Making) => Promise<T>): Promise<T> {
    const current = this.#running.get(key)
    if (!current) return this.#begin(key, make)
    if (!current.making.missed && current.making.changed.size === 0) return current.result
    const again = () => this.run(key, make)
    current.next ??= current.result.then(again, again)
    return current.next
  }

  /** @param what a link's hash or a workspace */
  change(what: string) {
    for (const { making } of this.#running.values()) making.changed.add(what)
  }

  /** Changes may have gone by unheard. */
  miss() {
    for (const { making } of this.#running.values()) making.missed = true
  }

  #begin(key: string, make: (making: Making) => Promise<T>) {
    const making: Making = { changed: new Set(), missed: false }
    const result = make(making).finally(() => this.#running.delete(key))
    this.#running.set(key, { making, result, next: null })
    return result
  }
}
