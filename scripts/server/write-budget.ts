/** How many may be sent at once, and how long one more takes to be allowed, in ms. */
type Limits = { atOnce: number; oneMore: number; networks?: number }

/**
 * How much a network may send without a session: some things at once, and then one at a time. A flood
 * of sign-ins is refused by it before a page is written or a password hashed.
 */
export class WriteBudget {
  /** Until when each network has spent its share, as a moment in ms; those that spent lately are last. */
  readonly #spentUntil = new Map<string, number>()

  constructor(
    private readonly limits: Limits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one from a network's share. @returns whether there was one. */
  take(network: string): boolean {
    const { atOnce, oneMore, networks = 10_000 } = this.limits
    const now = this.now()
    const from = Math.max(this.#spentUntil.get(network) ?? 0, now)
    if (from + oneMore > now + atOnce * oneMore) return false
    this.#spentUntil.delete(network)
    this.#spentUntil.set(network, from + oneMore)
    const [oldest] = this.#spentUntil.keys()
    if (this.#spentUntil.size > networks && oldest !== undefined) this.#spentUntil.delete(oldest)
    return true
  }
}
