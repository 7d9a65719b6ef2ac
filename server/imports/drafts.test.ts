import { expect, it } from 'vitest'
import { columnsTo } from '@/lib/imports/mapping'
import { useTestDatabase } from '../auth/test-support'
import { getEntry } from '../entries/queries'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld } from '../testing/world'
import { draftsOfImport } from './drafts'
import { addImport } from './mutations'
import { runImport } from './run'

useTestDatabase()

it('an import has drafts of its own, as long as they are drafts', async () => {
  const { owner, contributor, campaign } = await newWorld()
  await logEntry(owner, campaign, { title: 'Not of the file', status: 'draft' })
  const id = await addImport(owner, campaign.slug, {
    name: 'sheet.csv',
    bytes: new TextEncoder().encode('Date,Title\n2026-02-13,A rally\n2026-02-20,A march\n'),
    mapping: {
      columns: columnsTo(['Date', 'date'], ['Title', 'title']),
      constants: { kind: 'rally' },
    },
  })
  await runImport(owner, id, { alike: 'leave', takeGood: false })
  const found = await draftsOfImport(owner, id)
  expect(found).toMatchObject({ all: 2, first: [{ title: 'A rally', row: 2 }, { row: 3 }] })
  const entry = await getEntry(owner, found.first[1]?.id ?? '')
  await saveEdit(owner, entry, editOf(entry, { status: 'published' }))
  expect(await draftsOfImport(owner, id)).toMatchObject({ all: 1 })
  await expect(draftsOfImport(contributor, id)).rejects.toThrow('does not exist')
})
