import { beforeEach, describe, expect, it } from 'vitest'
import { columnsTo, hasAllColumns } from '@/lib/imports/mapping'
import { useTestDatabase } from '../auth/test-support'
import { memberIn, newWorld, type World } from '../testing/world'
import { addImport, changeMapping } from './mutations'
import { lookAtImport } from './queries'
import {
  applyMapping,
  deleteMapping,
  listMappings,
  mappingNamed,
  saveMapping,
} from './saved-mappings'

useTestDatabase()

const COLUMNS = columnsTo(['Wann', 'date'], ['Was', 'title'])
const MAPPING = { columns: COLUMNS, constants: { kind: 'rally' } }
const FORM = {
  ...{ unclear: {}, kinds: {} },
  dayOrder: '',
  kind: 'vigil',
  columns: { c0: 'date', c1: 'title' },
} as const

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const add = () =>
  addImport(world.contributor, world.campaign.slug, {
    ...{ name: 'sheet.csv', bytes: new TextEncoder().encode('Wann,Was\n2026-02-13,Mahnwache\n') },
  })

describe('a mapping that is saved under a name', () => {
  it('is offered for another file with its columns, and read by it', async () => {
    await changeMapping(world.contributor, await add(), { ...FORM, remember: 'Union sheet' })
    const [saved] = await listMappings(world.contributor)
    expect(saved).toMatchObject({ name: 'Union sheet', columns: ['Wann', 'Was'], isOwn: true })
    expect(hasAllColumns(saved?.columns ?? [], ['Wann', 'Was', 'Wo'])).toBe(true)
    expect(hasAllColumns(saved?.columns ?? [], ['Wann', 'Wo'])).toBe(false)
    const next = await add()
    const before = await lookAtImport(world.contributor, next)
    expect(before.prepared.mapping.constants.kind).toBeUndefined()
    await applyMapping(world.contributor, next, saved?.id ?? '')
    const { prepared } = await lookAtImport(world.contributor, next)
    expect(prepared.mapping).toMatchObject({
      columns: { Wann: { to: 'date' }, Was: { to: 'title' } },
      constants: { kind: 'vigil' },
    })
  })

  it('keeps the order of day and month that its file decided', async () => {
    const sheet = (rows: string) =>
      addImport(world.contributor, world.campaign.slug, {
        ...{ name: 'sheet.csv', bytes: new TextEncoder().encode(`Wann,Was\n${rows}\n`) },
      })
    const first = await sheet('26/5/2020,Mahnwache')
    await changeMapping(world.contributor, first, { ...FORM, remember: 'Union sheet' })
    const [saved] = await listMappings(world.contributor)
    const next = await sheet('2/4/2019,Streik')
    await applyMapping(world.contributor, next, saved?.id ?? '')
    expect((await lookAtImport(world.contributor, next)).prepared.mapping.dayOrder).toBe('dmy')
    // A file that decides it otherwise is read by its own dates.
    const other = await sheet('5/26/2020,Streik')
    await applyMapping(world.contributor, other, saved?.id ?? '')
    expect((await lookAtImport(world.contributor, other)).prepared.mapping.dayOrder).toBe('mdy')
  })

  it('asks which number is the day, where neither the file nor the form says it', async () => {
    const id = await addImport(world.contributor, world.campaign.slug, {
      ...{ name: 'sheet.csv', bytes: new TextEncoder().encode('Wann,Was\n2/4/2019,Streik\n') },
    })
    await expect(
      changeMapping(world.contributor, id, { ...FORM, remember: '' }),
    ).rejects.toMatchObject({ message: 'Choose which number is the day.', path: ['dayOrder'] })
    await changeMapping(world.contributor, id, { ...FORM, dayOrder: 'dmy', remember: '' })
  })

  it('is saved nowhere where no name is given', async () => {
    await changeMapping(world.contributor, await add(), { ...FORM, remember: '' })
    expect(await listMappings(world.owner)).toEqual([])
  })

  it('is replaced by whoever saved it and by editors, and by nobody else', async () => {
    await saveMapping(world.contributor, 'Union sheet', MAPPING)
    await saveMapping(world.contributor, 'union SHEET', { ...MAPPING, dayOrder: 'dmy' })
    expect(await mappingNamed(world.owner, 'Union sheet')).toMatchObject({ dayOrder: 'dmy' })
    const other = await memberIn(world.workspaceId, 'contributor')
    await expect(saveMapping(other, 'Union sheet', MAPPING)).rejects.toMatchObject({
      code: 'invalid',
      path: ['remember'],
    })
    await saveMapping(world.editor, 'Union sheet', MAPPING)
    expect(await listMappings(world.owner)).toHaveLength(1)
  })

  it('is deleted by whoever saved it and by editors alone', async () => {
    await saveMapping(world.contributor, 'Union sheet', MAPPING)
    const other = await memberIn(world.workspaceId, 'contributor')
    const [saved] = await listMappings(other)
    expect(saved?.isOwn).toBe(false)
    const id = saved?.id ?? ''
    await expect(deleteMapping(other, id)).rejects.toThrow('does not exist')
    await deleteMapping(world.contributor, id)
    expect(await listMappings(world.owner)).toEqual([])
    await expect(mappingNamed(world.owner, 'Union sheet')).rejects.toThrow('does not exist')
  })
})
