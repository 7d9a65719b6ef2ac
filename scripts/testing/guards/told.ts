/** The file in which a run finds what it is to try, and the one into which it writes what came of it. */
export const ASKED = 'asked-of-guards.json'
export const TOLD = 'told-of-guards.jsonl'

/**
 * The guards to try in all tests that reach them; or one test alone, with one guard off from the start,
 * or none.
 */
export type AskedFor = {
  wanted: number[]
  /** The tests in which to try them; all of them where there are none. */
  among?: string[]
  alone?: Alone
}
type Alone = { test: string; which: number | null }

/**
 * What came of a guard in a test: `left` where the test cannot be run again, so that it must be
 * tried alone; `failed` where it fails with all guards on (and `which` is null).
 */
export type Told = {
  which: number | null
  came: 'noticed' | 'not noticed' | 'left' | 'failed'
  test: string
  file: string
  name: string
}
