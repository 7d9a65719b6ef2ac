import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/lib/paths.ts'

/**
 * Writes what a bench measured to bench/results, with the day, the machine and its load.
 *
 * @param {string} name of the bench
 * @param {object} results
 */
export function saveResults(name, results) {
  const folder = join(root, 'bench', 'results')
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`
  const all = { date: new Date().toISOString(), machine, load: loadavg()[0], ...results }
  const rounded = (/** @type {string} */ _name, /** @type {unknown} */ value) =>
    typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(all, rounded, 2)}\n`)
}
