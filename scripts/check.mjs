// The checks of npm test that have no tool of their own: node scripts/check.mjs <floors|schema>
import { belowFloors, unlimitedLists } from './lib/checks.mjs'
import { diffSchema } from './lib/migrate.mjs'
import { report } from './lib/trouble.mjs'

/** @type {Record<string, () => Promise<string[]> | string[]>} */
const checks = {
  floors: () => [...belowFloors(), ...unlimitedLists()],
  schema: async () => {
    const sql = await diffSchema()
    if (sql === '') return []
    return [
      `prisma/migrations lacks what the schema has. Write it with: node scripts/migration.mjs <name>\n${sql}`,
    ]
  },
}

try {
  const faults = await (checks[process.argv[2] ?? ''] ?? (() => ['There is no such check.']))()
  for (const fault of faults) console.log(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
} catch (error) {
  process.exitCode = report(error)
}
