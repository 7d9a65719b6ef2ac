import 'server-only'
import { noFilter } from '@/lib/timeline/filters'
import { entryCalendar } from '../exports/entry-calendar'
import { writeExport } from '../exports/export'
import { lossesOf } from '../exports/losses'
import { writePressKit } from '../exports/press-kit'
import { discardIncoming, importIncoming, incomingOf, keepIncoming } from '../exports/incoming'
import { importRecord } from '../exports/import-record'
import type { Organizer, Viewer } from '../auth/viewer'
import { AppError } from '../errors'
import { spoolExport } from '../exports/spool'
import { backUpNow, listBackups } from '../backup/daily'
import { makeTakenBackup, openTakenBackup, takenBackup } from '../backup/taken'
import { editor, member, ownerAlone, type Row } from './access-rows'
import type { Target } from './target'

const asMember = (viewer: Viewer) => viewer as Organizer
const EMPTY = '{"format":"throughline-record","version":1}'
const emptyRecord = () => Promise.resolve({ name: 'x.json', file: new Blob([EMPTY]) })
async function* piecesOf(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text)
}
// Whoever is let in hears what is wrong with the file, or that there is none.
function unlessEmpty(error: unknown): void {
  if (!(error instanceof AppError && /Nothing was imported|does not exist/.test(error.message)))
    throw error
}

function unlessOthersOwn(error: unknown): void {
  if (!(error instanceof AppError && error.message.includes('you do not own'))) throw error
}

const asked = ({ campaign: { slug } }: Target) => ({
  ...({ format: 'json', slug, filter: noFilter } as const),
})

/** What is taken out of the record, for the table of all access. */
export const exportAccess: Record<string, Row> = {
  'exports/export.writeExport': member('refused', async (v, t) => {
    let text = ''
    await writeExport(v, asked(t), (piece) => {
      text += typeof piece === 'string' ? piece : Buffer.from(piece).toString()
      return Promise.resolve()
    })
    return text
  }),
  'exports/losses.lossesOf': member('refused', (v, t) => lossesOf(v, asked(t))),
  'exports/press-kit.writePressKit': editor('refused', async (v, t) => {
    const asked = { slug: t.campaign.slug, filter: noFilter, lens: 'press' as const }
    return writePressKit(v, asked, () => Promise.resolve())
  }),
  'exports/spool.spoolExport': member('refused', async (v, t) => {
    const { body } = await spoolExport(v, asked(t))
    return new Response(body).text()
  }),
  'exports/incoming.keepIncoming': editor('own', async (v) => {
    await keepIncoming(asMember(v), emptyRecord).catch(unlessEmpty)
    return null
  }),
  'exports/incoming.incomingOf': editor('own', (v) => incomingOf(asMember(v))),
  'exports/incoming.importIncoming': editor('own', async (v) => {
    await importIncoming(asMember(v)).catch(unlessEmpty)
    return null
  }),
  'exports/incoming.discardIncoming': editor('own', (v) => discardIncoming(asMember(v))),
  'exports/import-record.importRecord': editor('own', async (v) => {
    const into = { beside: { name: 'x.json' }, tryOnly: true }
    await importRecord(asMember(v), piecesOf('{'), null, into).catch(unlessEmpty)
    return null
  }),
  'backup/daily.backUpNow': ownerAlone('own', async (v) => (await backUpNow(v)).bytes),
  'backup/daily.listBackups': ownerAlone('own', (v) => listBackups(v)),
  // There are workspaces of other people beside them, which an owner is told.
  'backup/taken.makeTakenBackup': ownerAlone('own', async (v) => {
    await makeTakenBackup(asMember(v), 'five words of no meaning').catch(unlessOthersOwn)
    return null
  }),
  'backup/taken.takenBackup': ownerAlone('own', async (v) => {
    await takenBackup(asMember(v)).catch(unlessOthersOwn)
    return null
  }),
  'backup/taken.openTakenBackup': ownerAlone('own', async (v) => {
    await openTakenBackup(asMember(v)).catch(unlessOthersOwn)
    return null
  }),
  'exports/entry-calendar.entryCalendar': member('refused', (v, t) =>
    entryCalendar(v, t.campaign.slug, t.entryId),
  ),
}
