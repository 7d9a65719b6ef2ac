import 'server-only'
import type { CaptureDocument } from '@/lib/capture/types'
import { dateInWords } from '@/lib/dates/words'
import { sourceSchema } from '@/lib/schemas/source'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { createSource } from '../sources/mutations'

/**
 * Keeps a document as a source of a campaign with its captured text, whose entries can then be proposed. The
 * same text sent twice is one source. Nobody whom the campaign is kept from sees it.
 *
 * @param campaign the id of the campaign in whose pages it is read.
 * @param today ISO day in the campaign's zone.
 * @returns the source's id.
 * @throws AppError `forbidden` below contributor.
 */
export async function sourceOfDocument(
  viewer: Viewer,
  document: CaptureDocument,
  { campaign, today }: { campaign: string; today: string },
): Promise<string> {
  requireRole(viewer, 'contributor')
  const known = await sourceWithText(viewer, document.text)
  if (known) return known
  const { meta, captions } = document
  const input = sourceSchema(today).parse({
    kind: 'news',
    title: (meta.title || named(document)).slice(0, 500),
    url: meta.url,
    publisher: meta.publisher.slice(0, 200),
    author: meta.author.slice(0, 200),
    published: meta.published ?? '',
    accessedOn: today,
    capturedText: document.text,
    pictures: captions.slice(0, 50).map(({ caption, credit }) => ({
      caption: caption.slice(0, 1_000),
      credit: credit.slice(0, 200),
    })),
  })
  return createSource(viewer, input, campaign)
}

async function sourceWithText(viewer: Viewer, text: string): Promise<string | null> {
  return withViewer(viewer, async (tx) => {
    const row = await tx.source.findFirst({
      where: { capturedText: text, trashedAt: null },
      select: { id: true },
    })
    return row?.id ?? null
  })
}

/** A text without a headline is named by its publisher and day, as people speak of it. */
function named({ text, meta: { publisher, published } }: CaptureDocument): string {
  if (publisher !== '') return published ? `${publisher}, ${dateInWords(published)}` : publisher
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  return line.length <= 100 ? line : `${line.slice(0, 97).replace(/\s\S*$/u, '')}…`
}
