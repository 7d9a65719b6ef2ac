// The checks of npm test that have no tool of their own: node scripts/run.mjs check <floors|schema>
import { belowFloors, unlimitedLists, withoutHash } from './lib/checks'
import { diffSchema } from './lib/schema-diff'
import { report } from './lib/trouble'

const checks: Record<string, () => Promise<string[]> | string[]> = {
  floors: () => [...belowFloors(), ...withoutHash(), ...unlimitedLists()],
  schema: async () => {
    const sql = await diffSchema()
    if (sql === '') return []
    return [
      `prisma/migrations lacks what the schema has. Write it with: npm run migration -- <name>\n${sql}`,
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
