import pg from 'pg'
import { expect, it } from 'vitest'
import { useTestDatabase } from './auth/test-support'

useTestDatabase()

type Policy = { table: string; name: string; says: string; rows: string; written: string | null }

async function read(): Promise<{ switches: [string, string][]; policies: Policy[] }> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    const tables = await client.query<{ name: string; how: string }>(
      `select relname as name,
         case when relrowsecurity and relforcerowsecurity then 'forced'
              when relrowsecurity then 'not for its owner' else 'off' end as how
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       order by relname collate "C"`,
    )
    const policies = await client.query<Policy>(
      `select tablename as "table", policyname as name,
         concat_ws(' ', lower(permissive), lower(cmd), array_to_string(roles, ', ')) as says,
         qual as rows, with_check as written
       from pg_policies where schemaname = 'public'
       order by tablename collate "C", policyname collate "C"`,
    )
    return { switches: tables.rows.map(({ name, how }) => [name, how]), policies: policies.rows }
  } finally {
    await client.end()
  }
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

it('opens of each table the rows that row-policies.txt says, and no others', async () => {
  const { switches, policies } = await read()
  const lines = switches.flatMap(([table, how]) => [
    `${table}: ${how}`,
    ...policies
      .filter((policy) => policy.table === table)
      .flatMap(({ name, says, rows, written }) => [
        `  ${name} (${says})`,
        ...(rows ? [`    rows: ${inOneLine(rows)}`] : []),
        // Without words of its own, what may be written is what may be read.
        ...(written ? [`    written: ${inOneLine(written)}`] : []),
      ]),
  ])
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('row-policies.txt')
})
