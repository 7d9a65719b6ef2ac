import 'server-only'
import { columnsTo } from '@/lib/imports/mapping'
import { withViewer } from '../db'
import type { World } from '../testing/world'
import { addImport } from './mutations'
import { runImport } from './run'

const MAPPING = {
  columns: columnsTo(
    ['Date', 'date'],
    ['Title', 'title'],
    ['Place', 'place'],
    ['By', 'actor'],
    ['Link', 'source'],
  ),
  constants: { kind: 'rally' },
}
const HEAD = 'Date,Title,Place,By,Link\n'
export const ROWS =
  '2026-02-13,Rally at the Spheres,Seattle,Local 12,https://a.org/1\n' +
  '2026-02-20,March to the plant,Toledo,local 12,https://a.org/1\n'
export const LEAVE = { alike: 'leave', takeGood: false } as const

export const file = (rows: string, name = 'sheet.csv') => ({
  ...{ name, bytes: new TextEncoder().encode(HEAD + rows), mapping: MAPPING },
})

/** Sends sheets into the campaign of whichever world is there when it is called. */
export function sheetsInto(world: () => World) {
  const added = (rows: string) => addImport(world().owner, world().campaign.slug, file(rows))
  return {
    added,
    imported: async (rows: string, choices: Parameters<typeof runImport>[2] = LEAVE) => {
      const id = await added(rows)
      return { id, ...(await runImport(world().owner, id, choices)) }
    },
    entries: () =>
      withViewer(world().owner, (tx) =>
        tx.entry.findMany({ where: { trashedAt: null }, orderBy: { firstDay: 'asc' } }),
      ),
  }
}
