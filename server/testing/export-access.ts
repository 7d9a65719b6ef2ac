import 'server-only'
import { noFilter } from '@/lib/timeline/filters'
import { entryCalendar } from '../exports/entry-calendar'
import { writeExport } from '../exports/export'
import { spoolExport } from '../exports/spool'
import { backUpNow, listBackups } from '../backup/daily'
import { member, ownerAlone, type Row } from './access-rows'
import type { Target } from './target'

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
  'exports/spool.spoolExport': member('refused', async (v, t) => {
    const { body } = await spoolExport(v, asked(t))
    return new Response(body).text()
  }),
  'backup/daily.backUpNow': ownerAlone('own', async (v) => (await backUpNow(v)).bytes),
  'backup/daily.listBackups': ownerAlone('own', (v) => listBackups(v)),
  'exports/entry-calendar.entryCalendar': member('refused', (v, t) =>
    entryCalendar(v, t.campaign.slug, t.entryId),
  ),
}
