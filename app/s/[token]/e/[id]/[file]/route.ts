import { calendarIcs } from '@/lib/formats/calendar-ics'
import { env } from '@/server/env'
import { notFound } from '@/server/errors'
import { readSharedEntry } from '@/server/shares/reading/read'
import { answer } from '../../../../answer'
import { entryCard } from '../../../../cards'

export const dynamic = 'force-dynamic'

/** Gives out one entry of a share as an event for the reader's own calendar, or its picture for previews. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; id: string; file: string }> },
): Promise<Response> {
  const { token, id, file } = await params
  return answer(request, token, async ({ reader }) => {
    if (file !== 'entry.ics' && file !== 'card.png') throw notFound('file')
    const shared = await readSharedEntry(reader, id)
    if (file === 'card.png') return entryCard(shared)
    const { campaign, entry, terms } = shared
    const page = new URL(`/s/${token}`, env().url).href
    const { lens } = reader
    const { scope, publisher } = terms
    const about = { lens, scope, publisher, demands: [], updatedAt: entry.updatedAt, cut: false }
    const { text, type } = calendarIcs(
      { campaign, entries: [entry], ...about },
      { page, file: `${page}/e/${id}/${file}`, entry: (one) => `${page}/e/${one}` },
    )
    const disposition = `attachment; filename="${file}"`
    return { text, headers: { 'content-type': type, 'content-disposition': disposition } }
  })
}
