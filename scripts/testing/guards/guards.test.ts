import { describe, expect, it } from 'vitest'
import { testsOf, TESTS_OF_ACCESS } from './copy'
import { changed, changesOf, changesOfMigration } from './changes'

/** What a text becomes by each change of a kind. */
const results = (text: string, kind?: string) =>
  changesOf('example.ts', text)
    .filter((change) => !kind || change.kind === kind)
    .map((change) => changed(text, change))

describe('the changes of a file', () => {
  it('take out each condition of a where', () => {
    expect(results('find({ where: { workspaceId, status: 1, AND: [a, b] } })')).toEqual([
      'find({ where: { workspaceId,  AND: [a, b] } })',
      'find({ where: { workspaceId, status: 1, AND: [{}, b] } })',
      'find({ where: { workspaceId, status: 1, AND: [a, {}] } })',
    ])
    expect(
      results('function seen(): Prisma.EntryWhereInput { return { ...a, trashedAt: null } }'),
    ).toContain('function seen(): Prisma.EntryWhereInput { return { ...a,  } }')
  })

  it('take out each condition of SQL, whole and alone', () => {
    expect(
      results(
        'const q = Prisma.sql`from a where x = ${f(1)} and (y or z) and d between 1 and 2 limit 1`',
      ),
    ).toEqual([
      'const q = Prisma.sql`from a where true and (y or z) and d between 1 and 2 limit 1`',
      'const q = Prisma.sql`from a where x = ${f(1)} and true and d between 1 and 2 limit 1`',
      'const q = Prisma.sql`from a where x = ${f(1)} and (y or z) and true limit 1`',
    ])
  })

  it('leave out what withholds, allows, narrows and refuses', () => {
    expect(results('show(withhold(a), shows(audience, "tags") ? b : c)')).toEqual([
      'show(a, shows(audience, "tags") ? b : c)',
      'show(withhold(a), true ? b : c)',
    ])
    expect(results('async function save() { requireRole(v, "editor"); await work() }')).toEqual([
      'async function save() {  await work() }',
    ])
    expect(results('const all = entriesVisibleTo(viewer)')).toEqual(['const all = {}'])
  })

  it('move comparisons by one, skip checks, and widen limits', () => {
    expect(results('if (a < b && c) stop()')).toEqual([
      'if (false) stop()',
      'if (a < b) stop()',
      'if (c) stop()',
      'if (a <= b && c) stop()',
    ])
    expect(results('const bodyLimit = 1_000')).toEqual(['const bodyLimit = 1_000000'])
    expect(results('q = sql`where day <= ${day}`', 'comparison')).toEqual([
      'q = sql`where day < ${day}`',
    ])
  })

  it('leave alone what guards nothing', () => {
    expect(results("import { a } from 'b'\nconst all = list.map((one) => one + 1)")).toEqual([])
  })
})

it('opens each policy of a migration, and each table’s switch', () => {
  const sql = `alter table "a" enable row level security;
create policy p on "a" using (workspace_id = f()) with check (workspace_id = f());`
  expect(changesOfMigration(sql).map((change) => changed(sql, change).split('\n'))).toEqual([
    [expect.anything(), 'create policy p on "a" using (true) with check (workspace_id = f());'],
    [expect.anything(), 'create policy p on "a" using (workspace_id = f()) with check (true);'],
    ['', 'create policy p on "a" using (workspace_id = f()) with check (workspace_id = f());'],
  ])
})

describe('the tests of a file', () => {
  it('are its own, those beside it, those of its room, who may do what, and then all that reach it', () => {
    expect(testsOf('server/timeline/filter/where.ts')).toEqual([
      { within: ['server/timeline/filter/where.test.ts'] },
      { within: ['server/timeline/filter/'] },
      { within: ['server/timeline/'] },
      { within: TESTS_OF_ACCESS },
      { reaching: ['server/timeline/filter/where.ts'] },
    ])
    expect(testsOf('lib/dates/days.ts', true)).toContainEqual({ within: ['lib/dates/'] })
  })

  it('are not those of every room, for a file that is in none', () => {
    expect(testsOf('server/policy.ts', true)).toEqual([{ within: TESTS_OF_ACCESS }])
    expect(testsOf('lib/url.ts', true)).toEqual([{ within: ['lib/url.test.ts'] }])
  })
})
