// A runner of vitest that runs each test again with one guard off, then with the next, of those that
// the test reached. What came of it is written into a file that the parent reads.
import { setMaxListeners } from 'node:events'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TestRunner, type RunnerTestCase } from 'vitest'
import { newSwitches, SWITCHES, type Switches } from './switches'
import { ASKED, TOLD, type AskedFor, type Told } from './told'

type Turn =
  // With all guards on: at first, again, and after a failure with one off.
  | { is: 'first' }
  | { is: 'again' }
  | { is: 'control'; after: number }
  | { is: 'off'; which: number }

/** How long one test may be run again and again. */
const PATIENCE_MS = 240_000
/** How many tests of one run may be run again for one guard: what all work goes through is reached by each. */
const MOST_TESTS = 40

const onGlobal = globalThis as typeof globalThis & { [SWITCHES]?: Switches }
const switches = (onGlobal[SWITCHES] ??= newSwitches())

export default class Trying extends TestRunner {
  private readonly asked = JSON.parse(
    readFileSync(join(this.config.root, ASKED), 'utf8'),
  ) as AskedFor
  private turn: Turn = { is: 'first' }
  private queue: number[] = []
  private tried = 0
  private ends = 0

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    const { alone } = this.asked
    if (alone && alone.test !== test.id) test.mode = 'skip'
    await super.onBeforeRunTask(test)
    // Until there is nothing left to try, see `onAfterRetryTask`.
    test.repeats = Infinity
    setMaxListeners(0, test.context.signal)
    this.turn = { is: 'first' }
    this.queue = []
    this.tried = 0
    this.ends = performance.now() + PATIENCE_MS
  }

  override onBeforeTryTask(test: RunnerTestCase): void {
    super.onBeforeTryTask(test)
    if (test.result) Object.assign(test.result, { state: 'run', errors: undefined })
    switches.reached.clear()
    switches.off = this.turn.is === 'off' ? this.turn.which : (this.asked.alone?.which ?? null)
  }

  onAfterRetryTask(test: RunnerTestCase): void {
    switches.off = null
    if (!test.result) return
    const next = this.nextAfter(test, test.result.state !== 'fail')
    if (next) this.turn = next
    // Ends the repeats.
    else Object.assign(test.result, { state: 'skip', pending: true })
  }

  private nextAfter(test: RunnerTestCase, passed: boolean): Turn | null {
    const { turn } = this
    if (turn.is === 'first') return this.afterFirst(test, passed)
    if (turn.is === 'again') return passed ? this.nextInQueue(test) : this.leave(test, this.queue)
    if (turn.is === 'off') {
      if (!passed) return { is: 'control', after: turn.which }
      this.tell({ which: turn.which, came: 'not noticed', ...this.of(test) })
      return this.nextInQueue(test)
    }
    // An earlier one may have left behind what this one stumbled over.
    if (!passed && this.tried > 1) return this.leave(test, [turn.after, ...this.queue])
    this.tell({ which: turn.after, came: 'noticed', ...this.of(test) })
    return passed ? this.nextInQueue(test) : this.leave(test, this.queue)
  }

  private afterFirst(test: RunnerTestCase, passed: boolean): Turn | null {
    const { alone, among, wanted } = this.asked
    const which = alone?.which ?? null
    const came = passed ? 'not noticed' : which === null ? 'failed' : 'noticed'
    if (alone || !passed) this.tell({ which, came, ...this.of(test) })
    if (alone || !passed || (among && !among.includes(test.id))) return null
    const settled = this.settled()
    this.queue = wanted.filter((which) => switches.reached.has(which) && !settled.has(which))
    return this.queue.length > 0 ? { is: 'again' } : null
  }

  private nextInQueue(test: RunnerTestCase): Turn | null {
    if (performance.now() > this.ends) return this.leave(test, this.queue)
    const which = this.queue.shift()
    if (which === undefined) return null
    this.tried += 1
    return { is: 'off', which }
  }

  private leave(test: RunnerTestCase, untried: number[]): null {
    for (const which of untried) this.tell({ which, came: 'left', ...this.of(test) })
    return null
  }

  private of({ id, fullTestName, file }: RunnerTestCase): {
    test: string
    file: string
    name: string
  } {
    return { test: id, file: file.name, name: fullTestName }
  }

  private tell(told: Told): void {
    appendFileSync(join(this.config.root, TOLD), `${JSON.stringify(told)}\n`)
  }

  // What was noticed, and what so many tests did not notice; other processes try at the same time.
  private settled(): Set<number | null> {
    const path = join(this.config.root, TOLD)
    if (!existsSync(path)) return new Set()
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
    const settled = new Set<number | null>()
    const tests = new Map<number | null, number>()
    for (const { which, came } of lines.map((line) => JSON.parse(line) as Told)) {
      const count = (tests.get(which) ?? 0) + 1
      tests.set(which, count)
      if (came === 'noticed' || count >= MOST_TESTS) settled.add(which)
    }
    return settled
  }
}
