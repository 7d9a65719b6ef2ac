import { calendarIcs } from '@/lib/formats/calendar-ics'
import { env } from '@/server/env'
import { notFound } from '@/server/errors'
import { readSharedEntry } from '@/server/shares/reading/read'
import { answer } from '../../../../answer'
import { entryCard, entryInWords } from '../../../../cards'
import { oembed } from '../../../../oembed'

export const dynamic = 'force-dynamic'

const FILES = ['entry.ics', 'card.png', 'oembed.json']

/** Gives out one entry of a share as an event for a calendar, its picture for previews, or how it is framed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; id: string; file: string }> },
): Promise<Response> {
  const { token, id, file } = await params
  return answer(request, token, async (opened) => {
    const { reader } = opened
    if (!FILES.includes(file)) throw notFound('file')
    const shared = await readSharedEntry(reader, id)
    if (file === 'card.png') return entryCard(reader, shared)
    const { campaign, entry, terms } = shared
    if (file === 'oembed.json')
      return oembed(request, opened, {
        ...{ path: `/s/${token}/e/${id}`, terms, title: entry.title },
        description: entryInWords(entry),
      })
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
