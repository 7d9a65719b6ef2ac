import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { MappingForm } from '@/components/import/mapping-form'
import { ImportResult } from '@/components/import/import-state'
import { idle } from '@/lib/forms/state'
import { columnsTo } from '@/lib/imports/mapping'
import { useTestDatabase as inTestDatabase } from '@/server/auth/test-support'
import { addImport } from '@/server/imports/mutations'
import { getImport } from '@/server/imports/queries'
import { newWorld, type World } from '@/server/testing/world'
import { importRows } from './(organizer)/campaigns/[slug]/import/actions'

inTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

vi.mock('@/server/auth/session', () => ({ findViewer: () => Promise.resolve(world.owner) }))
vi.mock('next/cache', () => ({ refresh: () => undefined }))

it('an import with refused rows says beside the box that has to be ticked why nothing was imported', async () => {
  const { owner, campaign } = world
  const id = await addImport(owner, campaign.slug, {
    name: 'sheet.csv',
    bytes: new TextEncoder().encode('Date,Title\n2026-02-13,A rally\nnever,A strike\n'),
    mapping: {
      columns: columnsTo(['Date', 'date'], ['Title', 'title']),
      constants: { kind: 'rally' },
    },
  })
  const send = (fields: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.append(name, value)
    return importRows({ slug: campaign.slug, id }, idle, data)
  }
  expect(await send({})).toMatchObject({
    status: 'invalid',
    fieldErrors: { takeGood: [expect.stringMatching(/^Nothing was imported\. Tick this/)] },
  })
  expect(await getImport(owner, id)).toMatchObject({ state: 'waiting' })
  await expect(send({ takeGood: 'on' })).rejects.toThrow('NEXT_REDIRECT')
  expect(await getImport(owner, id)).toMatchObject({ state: 'done', written: 1 })
})

it('the columns of a file ask what their unknown words mean', () => {
  const html = renderToStaticMarkup(
    <MappingForm
      {...{ action: () => Promise.resolve(idle), kind: '', dayOrder: '', example: null }}
      columns={[
        { name: 'Kind', samples: [], to: 'kind', keepsWords: false, words: [WORD] },
        { name: 'Crowd', samples: [], to: 'crowd', keepsWords: true, words: [] },
      ]}
      targets={[]}
      kinds={[{ value: 'news', label: 'News' }]}
    />,
  )
  expect(html).toContain('1 unknown word<')
  expect(html).toContain('name="kinds.c0.w0"')
  expect(html).toMatch(/name="unclear\.c1"[^]*<option value="words" selected/)
})
const WORD = { word: 'flash mob', kind: '' }

describe('what became of the other rows', () => {
  const said = (counts: Record<string, number>) => {
    const undo = () => Promise.resolve(idle)
    const state = { state: 'done', written: 2, slug: 'amazon', id: 'x', undo, counts }
    const html = renderToStaticMarkup(<ImportResult {...state} />)
    return [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, words]) => words)
  }

  it('is said of one row as of one, and of several as of several', () => {
    const each = (rows: number) => ({ same: rows, alike: rows, refused: rows, skipped: rows })
    expect(said(each(1))).toEqual([
      '1 row was imported before.',
      '1 row was like an entry, and was left out.',
      '1 row was refused.',
      '1 row was skipped.',
    ])
    expect(said(each(1_200))).toEqual([
      '1,200 rows were imported before.',
      '1,200 rows were like entries, and were left out.',
      '1,200 rows were refused.',
      '1,200 rows were skipped.',
    ])
    expect(said({ joined: 1, updated: 2, stayed: 0 })).toEqual([
      '1 row joined an entry, as another source.',
      '2 rows updated the entry of an older edition.',
    ])
  })
})
