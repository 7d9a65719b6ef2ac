// npm run migration -- <name>: writes a new migration with what the schema files have and
// the migrations do not. Read it and add what Prisma cannot say before you keep it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diffSchema } from './lib/schema-diff'
import { migrationsFolder } from './lib/paths'
import { report, Trouble } from './lib/trouble'

async function main() {
  const name = process.argv[2] ?? ''
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Trouble(
      'Name the migration in small letters, digits and underscores: npm run migration -- add_places',
    )
  }
  const sql = await diffSchema()
  if (sql === '') {
    console.log('The migrations and the schema agree; nothing was written.')
    return
  }
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsFolder, `${time}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
  writeFileSync(
    join(migrationsFolder, 'migration_lock.toml'),
    '# Written for Prisma: the kind of database that the migrations are for.\nprovider = "postgresql"\n',
  )
  console.log(`Written: ${join(folder, 'migration.sql')}`)
}

try {
  await main()
} catch (error) {
  process.exitCode = report(error)
}
