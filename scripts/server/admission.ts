import type { IncomingMessage } from 'node:http'

/**
 * How much of one kind of request may be worked on at once: in all, and from one network; and how
 * many more may wait. Times in ms.
 */
export type Limits = { atOnce: number; perNetwork: number; waiting: number; patience: number }

type Waiting = { network: string; begin: () => void }

/**
 * Lets requests of one kind in, each network a few at a time, before they reach anything that they
 * share with others. Whoever waits is let in by turns of the networks, so that one that asks a hundred
 * times does not keep another waiting a hundred turns.
 */
export class Admission {
  readonly #limits: Limits
  readonly #working = new Map<string, number>()
  readonly #line: Waiting[] = []
  /** When each network that is in here was let in last. */
  readonly #letIn = new Map<string, number>()
  #all = 0
  #turn = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /**
   * Waits to be let in.
   *
   * @returns what to call when the work is done; null when there is no room in time
   */
  async enter(network: string): Promise<(() => void) | null> {
    if (!this.#hasRoom(network)) {
      const { waiting, patience } = this.#limits
      const mine = this.#line.filter((one) => one.network === network).length
      if (this.#line.length >= waiting || mine >= Math.ceil(waiting / 4)) return null
      const isIn = await new Promise<boolean>((resolve) => {
        const one: Waiting = { network, begin: () => (clearTimeout(limit), resolve(true)) }
        const limit = setTimeout(() => {
          this.#line.splice(this.#line.indexOf(one), 1)
          resolve(false)
        }, patience)
        this.#line.push(one)
      })
      if (!isIn) return null
    } else {
      this.#count(network, 1)
    }
    let done = false
    return () => {
      if (done) return
      done = true
      this.#count(network, -1)
      this.#next()
    }
  }

  /** How many are worked on, and how many wait. */
  get now(): { working: number; waiting: number } {
    return { working: this.#all, waiting: this.#line.length }
  }

  #hasRoom(network: string): boolean {
    const { atOnce, perNetwork } = this.#limits
    return this.#all < atOnce && (this.#working.get(network) ?? 0) < perNetwork
  }

  #next(): void {
    // Who has least at work goes first; among equals, whose last turn is longest ago.
    const able = this.#line.filter(({ network }) => this.#hasRoom(network))
    const [first] = able.sort(
      (a, b) =>
        (this.#working.get(a.network) ?? 0) - (this.#working.get(b.network) ?? 0) ||
        (this.#letIn.get(a.network) ?? 0) - (this.#letIn.get(b.network) ?? 0),
    )
    if (!first) return
    this.#line.splice(this.#line.indexOf(first), 1)
    this.#count(first.network, 1)
    first.begin()
  }

  #count(network: string, by: 1 | -1): void {
    this.#all += by
    const now = (this.#working.get(network) ?? 0) + by
    if (by === 1) this.#letIn.set(network, (this.#turn += 1))
    if (now > 0) return void this.#working.set(network, now)
    this.#working.delete(network)
    if (!this.#line.some((one) => one.network === network)) this.#letIn.delete(network)
  }
}

/** Whether a request is for what stands behind a link. */
export function isReaders({ url = '' }: Pick<IncomingMessage, 'url'>): boolean {
  return /^\/s(?:[/?]|$)/.test(url)
}
