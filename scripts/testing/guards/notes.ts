import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../lib/paths'

/**
 * `unknown` where the tests fail without the fault too, or have not been run yet; `without test` where
 * none gets to where the fault is.
 */
export type Verdict = 'noticed' | 'not noticed' | 'without test' | 'unknown'

const notes = join(root, 'test-results', 'guards.jsonl')

/** What came of earlier runs, by the key of each. */
export function tried(): Map<string, Verdict> {
  if (!existsSync(notes)) return new Map()
  const lines = readFileSync(notes, 'utf8').trim().split('\n').filter(Boolean)
  return new Map(lines.map((line) => JSON.parse(line) as [string, Verdict]))
}

/** Keeps what came of a try, for the next run. */
export function note(key: string, verdict: Verdict): void {
  mkdirSync(dirname(notes), { recursive: true })
  appendFileSync(notes, `${JSON.stringify([key, verdict])}\n`)
}
