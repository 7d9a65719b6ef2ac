import { run } from '../../scripts/lib/run.ts'

/**
 * Writes generated entries into a campaign `bench`, which is made when missing.
 *
 * @param {string} database its address as the owner of the tables
 * @param {number} entries
 */
export async function loadEntries(database, entries) {
  const load = ['bench/timeline/load.ts', '--database', database, '--slug', 'bench', `${entries}`]
  const { code, output } = await run(process.execPath, ['--import', 'tsx', ...load])
  if (code !== 0) throw new Error(output)
}
