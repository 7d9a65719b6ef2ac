import 'server-only'

/** Lets so many work at once; the others wait their turn, and who comes to a full line is sent away. */
export class Turns {
  private working = 0
  private readonly line: (() => void)[] = []

  constructor(private readonly limits: { atOnce: number; waiting: number }) {}

  /** Does the work in its turn, or gives null where the line is full. */
  async take<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.working >= this.limits.atOnce) {
      if (this.line.length >= this.limits.waiting) return null
      await new Promise<void>((resolve) => this.line.push(resolve))
    } else {
      this.working += 1
    }
    try {
      return await work()
    } finally {
      const next = this.line.shift()
      if (next) next()
      else this.working -= 1
    }
  }
}
