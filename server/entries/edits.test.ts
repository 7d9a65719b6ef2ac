import { beforeAll, describe, expect, it, vi } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { idle, type FormValues } from '@/lib/forms/state'
import { entrySchema } from '@/lib/schemas/entry'
import { organizerAction } from '../action'
import { ConflictError } from '../conflict'
import { withViewer } from '../db'
import { AppError } from '../errors'
import { editOf, saveEdit } from '../testing/editing'
import { entryInput, logEntry, newWorld, TEST_DAY, type World } from '../testing/world'
import { mergedEdit } from './edits'
import { lockedEntry } from './lock'
import { updateEntry } from './mutations'
import { getEntry } from './queries'
import { listRevisions } from '../history/queries'

useTestDatabase()

let world: World

vi.mock('../auth/session', () => ({ findViewer: () => Promise.resolve(world.owner) }))

beforeAll(async () => {
  world = await newWorld()
})

const logged = async (fields: Parameters<typeof logEntry>[2] = {}) => {
  const { id } = await logEntry(world.owner, world.campaign, fields)
  return getEntry(world.owner, id)
}

// Fifty wait for ten connections; on a busy machine the last is told to try again, and does.
async function patiently(save: () => Promise<unknown>): Promise<void> {
  try {
    await save()
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'unavailable')) throw error
    await patiently(save)
  }
}

async function conflictOf(saving: Promise<unknown>): Promise<ConflictError> {
  const error: unknown = await saving.then(
    () => new Error('It was saved.'),
    (e: unknown) => e,
  )
  if (error instanceof ConflictError) return error
  throw error
}

describe('what is put together of two edits', () => {
  it('is nothing where both changed one field, whatever was looked at before', async () => {
    const { id } = await logged()
    const base = { kind: 'rally', title: 'A rally', date: '2026-02-13' }
    const merge = withViewer(world.owner, async (tx) =>
      mergedEdit(
        await lockedEntry(tx, world.owner, id),
        base,
        { ...base, title: 'My rally' },
        { ...base, title: 'Their rally' },
      ),
    )
    expect((await conflictOf(merge)).conflicts).toMatchObject([
      { yours: 'My rally', theirs: 'Their rally' },
    ])
  })
})

describe('two people who edit at once', () => {
  it('both keep what they changed in different fields', async () => {
    const entry = await logged({
      summary: 'Before',
      organizations: [{ name: 'Amazon', part: 'target' }],
      details: {},
    })
    await saveEdit(world.editor, entry, editOf(entry, { title: 'Theirs', tags: 'their tag' }))
    const yours = {
      summary: 'Yours\r\nin two lines',
      'organizations.1.name': 'Ring',
      'organizations.1.part': 'subject',
    }
    await saveEdit(world.owner, entry, editOf(entry, yours))
    expect(await getEntry(world.owner, entry.id)).toMatchObject({
      title: 'Theirs',
      tags: ['their tag'],
      summary: 'Yours\nin two lines',
      organizations: [{ name: 'Amazon' }, { name: 'Ring' }],
      version: 3,
    })
    const revisions = await listRevisions(world.owner, 'entry', entry.id)
    expect(
      revisions.map(({ by, fields }) => [by, fields.map(({ field }) => field).sort()]),
    ).toEqual([
      ['Test Owner', ['organizations', 'summary']],
      ['A editor', ['tags', 'title']],
      [
        'Test Owner',
        ['date', 'kind', 'organizations', 'placePrecision', 'status', 'summary', 'title'],
      ],
    ])
  })

  it('are told of a field that both changed, and of all else that saving again would undo', async () => {
    const entry = await logged()
    await saveEdit(world.editor, entry, editOf(entry, { title: 'Theirs', place: 'Tacoma' }))
    const yours = editOf(entry, { title: 'Yours', summary: 'Mine alone' })
    const conflict = await conflictOf(saveEdit(world.owner, entry, yours))
    expect(conflict.version).toBe(2)
    expect(conflict.conflicts).toEqual([
      { field: 'title', label: 'Title', yours: 'Yours', theirs: 'Theirs' },
      { field: 'place', label: 'Where', yours: '', theirs: 'Tacoma' },
    ])
    expect(await getEntry(world.owner, entry.id)).toMatchObject({
      ...{ title: 'Theirs', summary: '', place: 'Tacoma', version: 2 },
    })
  })

  it.each([
    ['yours', 'Yours', ['Jo', 'Mine']],
    ['theirs', 'Theirs', ['Jo', 'Sam']],
    ['both', 'Yours / Theirs', ['Jo', 'Mine', 'Sam']],
  ])(
    'save again with %s, and take back nothing that the second did not touch',
    async (keep, title, names) => {
      const entry = await logged({ summary: 'Before', appearances: [{ name: 'Jo' }] })
      const row = (name: string) => ({
        'appearances.1.name': name,
        'appearances.1.role': 'speaker',
      })
      const theirs = { title: 'Theirs', place: 'Tacoma', tags: 'their tag', ...row('Sam') }
      await saveEdit(world.editor, entry, editOf(entry, theirs))
      const save = organizerAction(
        entrySchema('rally', TEST_DAY),
        async (_viewer, input, values) => {
          await updateEntry(world.owner, entry.id, input, values)
        },
      )
      const sent = (values: FormValues) => {
        const form = new FormData()
        for (const [name, value] of Object.entries(values)) form.append(name, String(value))
        return save(idle, form)
      }
      const first = await sent(editOf(entry, { title: 'Yours', ...row('Mine') }))
      if (first.status !== 'conflict') throw new Error(`It is ${first.status}.`)
      expect(first.taken.sort()).toEqual(['place', 'tags'])
      // As the form sends it: what it shows now, and for each field which text is kept.
      const fields = first.conflicts
        .map(({ field }) => field)
        .filter((f) => !first.taken.includes(f))
      expect(fields.sort()).toEqual(['appearances', 'title'])
      const choices = fields.flatMap((field): [string, string][] => [
        [`_keep.${field}`, keep],
        [`_theirs.${field}`, JSON.stringify(first.theirs[field])],
      ])
      const version = String(first.version)
      const second = await sent({
        ...first.values,
        ...Object.fromEntries<string>(choices),
        version,
      })
      expect(second).toMatchObject({ status: 'ok' })
      const saved = await getEntry(world.owner, entry.id)
      expect(saved).toMatchObject({
        title,
        place: 'Tacoma',
        tags: ['their tag'],
        summary: 'Before',
      })
      expect(saved.appearances.map(({ name }) => name)).toEqual(names)
    },
  )

  it('need not settle what both changed alike', async () => {
    const entry = await logged()
    await saveEdit(world.editor, entry, editOf(entry, { title: 'The same' }))
    await saveEdit(world.owner, entry, editOf(entry, { title: 'The same', place: 'Tacoma' }))
    expect(await getEntry(world.owner, entry.id)).toMatchObject({
      ...{ title: 'The same', place: 'Tacoma', version: 3 },
    })
  })

  it('do not lose a row that the other took out', async () => {
    const entry = await logged({ appearances: [{ name: 'Jo' }, { name: 'Sam' }] })
    const without = Object.fromEntries(
      Object.entries(editOf(entry)).filter(([name]) => !name.startsWith('appearances.1')),
    )
    await saveEdit(world.editor, entry, without)
    const described = { 'appearances.1.description': 'a worker' }
    const conflict = await conflictOf(saveEdit(world.owner, entry, editOf(entry, described)))
    expect(conflict.conflicts).toMatchObject([{ field: 'appearances' }])
    expect(conflict.conflicts[0]?.yours).toContain('a worker')
    expect(conflict.conflicts[0]?.theirs).not.toContain('Sam')
  })

  it('are fifty: one wins, the others keep both texts, twenty times', async () => {
    const { id } = await logged()
    for (let round = 0; round < 20; round += 1) {
      const entry = await getEntry(world.owner, id)
      const values = editOf(entry)
      const input = entryInput({ ...values, kind: 'rally', tags: '' })
      const saves = Array.from({ length: 50 }, (_, n) => {
        const title = `Title ${round}/${n}`
        return patiently(() =>
          updateEntry(world.owner, id, { ...input, title }, { ...values, title }),
        ).then(
          () => n,
          (error: unknown) => error,
        )
      })
      const answers = await Promise.all(saves)
      const winners = answers.filter((answer) => typeof answer === 'number')
      expect(winners).toHaveLength(1)
      const theirs = `Title ${round}/${winners[0]}`
      expect(await getEntry(world.owner, id)).toMatchObject({ title: theirs, version: round + 2 })
      answers.forEach((answer, n) => {
        if (answer === n) return
        expect(answer).toBeInstanceOf(ConflictError)
        expect((answer as ConflictError).conflicts).toEqual([
          { field: 'title', label: 'Title', yours: `Title ${round}/${n}`, theirs },
        ])
      })
    }
  })
})
