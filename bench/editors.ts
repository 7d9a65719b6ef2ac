// npm run bench -- editors [--editors 50] [--rounds 200]: many editors save one entry from the same
// version at once, round after round. It fails where a round has not exactly one winner, where the
// winner's words are not what is stored, or where a loser was not given both texts. Then one form is
// sent twenty times at once, as by a finger that presses again, in as many rounds.
import { randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import type { Organizer } from '@/server/auth/viewer'
import { withOwnDatabase } from './lib/own-database.mjs'

const { values } = parseArgs({
  options: {
    editors: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '200' },
  },
})
const editors = Number(values.editors)
const rounds = Number(values.rounds)
const SENT = 20

await withOwnDatabase(async (client: pg.Client) => {
  // Loaded late, since the configuration is read when they are.
  const { newWorld, memberIn, logEntry, entryInput } = await import('@/server/testing/world')
  const { editOf } = await import('@/server/testing/editing')
  const { getEntry } = await import('@/server/entries/queries')
  const { updateEntry } = await import('@/server/entries/mutations')
  const { ConflictError } = await import('@/server/conflict')
  const { isDatabaseError } = await import('@/server/errors')

  const world = await newWorld()
  const members: Organizer[] = []
  for (let n = 0; n < editors; n += 1) members.push(await memberIn(world.workspaceId, 'editor'))
  const { id } = await logEntry(world.owner, world.campaign, { title: 'Before' })

  let tries = 0
  // Fifty wait for ten connections; whoever is told to try again does, as the form does.
  const patiently = async (save: () => Promise<unknown>): Promise<void> => {
    tries += 1
    try {
      await save()
    } catch (error) {
      if (!isDatabaseError(error, 'P2028')) throw error
      await patiently(save)
    }
  }

  const began = performance.now()
  const times: number[] = []
  let told = 0
  const stored: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const entry = await getEntry(world.owner, id)
    const form = editOf(entry)
    const input = entryInput({ ...form, kind: 'rally', tags: '' })
    const titleOf = (n: number) => `Words of editor ${n} in round ${round}`
    const start = performance.now()
    const answers = await Promise.all(
      members.map((member, n) => {
        const title = titleOf(n)
        const save = () => updateEntry(member, id, { ...input, title }, { ...form, title })
        return patiently(save).then(
          () => null,
          (error: unknown) => error,
        )
      }),
    )
    times.push(performance.now() - start)
    const winners = answers.flatMap((answer, n) => (answer === null ? [n] : []))
    assert.equal(winners.length, 1, `round ${round} has ${winners.length} winners`)
    const theirs = titleOf(winners[0] ?? -1)
    const after = await getEntry(world.owner, id)
    assert.equal(after.title, theirs, 'the words of the winner are stored')
    assert.equal(after.version, entry.version + 1, 'nothing was saved beside the winner')
    stored.push(theirs)
    for (const [n, answer] of answers.entries()) {
      if (answer === null) continue
      if (!(answer instanceof ConflictError)) assert.fail(answer as Error)
      const both = { field: 'title', label: 'Title', yours: titleOf(n), theirs }
      assert.deepEqual(answer.conflicts, [both], 'a loser keeps both texts')
      assert.equal(answer.version, after.version, 'and is told the version to save upon')
      told += 1
    }
  }
  const seconds = (performance.now() - began) / 1_000

  // Every winner's words are still in the history when all is over.
  await client.query("select set_config('app.workspace_id', $1, false)", [world.workspaceId])
  const history = await client.query<{ title: string }>(
    `select snapshot->>'title' as title from revision
      where workspace_id = $1 and record = 'entry' and record_id = $2 order by version offset 1`,
    [world.workspaceId, id],
  )
  assert.deepEqual(
    history.rows.map(({ title }) => title),
    stored,
    'every winner is in the history, in turn',
  )

  const { rows, equal } = await sendTwenty(client, world, logEntry)
  console.table([
    {
      editors,
      rounds,
      winners: stored.length,
      'told, with both texts': told,
      'neither stored nor told': editors * rounds - stored.length - told,
      'saves tried': tries,
      seconds: seconds.toFixed(1),
      'median round, ms': times.sort((a, b) => a - b)[Math.floor(times.length / 2)]?.toFixed(0),
    },
  ])
  console.table([
    { 'one key, sent at once': SENT, rounds, 'rows made': rows, 'rounds of equal answers': equal },
  ])
})

type Testing = typeof import('@/server/testing/world')

async function sendTwenty(
  client: pg.Client,
  world: Awaited<ReturnType<Testing['newWorld']>>,
  logEntry: Testing['logEntry'],
) {
  let equal = 0
  for (let round = 0; round < rounds; round += 1) {
    const fields = { requestKey: randomUUID(), title: 'Sent again and again' }
    const answers = await Promise.all(
      Array.from({ length: SENT }, () => logEntry(world.owner, world.campaign, fields)),
    )
    assert.equal(new Set(answers.map((answer) => answer.id)).size, 1, 'equal answers')
    equal += 1
  }
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from entry where workspace_id = $1 and title = 'Sent again and again'`,
    [world.workspaceId],
  )
  assert.equal(rows[0]?.n, rounds, 'one row for each key')
  return { rows: rows[0]?.n, equal }
}
