import 'server-only'
import { exportFormat, holdsWorkspace } from '@/lib/exports/formats'
import { Losses, type Format, type RecordHead } from '@/lib/formats/download'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { inSnapshot, type Tx } from '../db'
import { demandsOf } from '../demands/of-campaign'
import { AppError } from '../errors'
import { filteredEntries } from '../timeline/filter/where'
import type { ExportAsked, ExportDone, Sink } from './asked'
import { entriesFor } from './entries'
import { originOf } from './origin'
import { packedWorkbook } from './packed-workbook'
import { writeRecord } from './record-json'
import { writeRecordWithPhotos } from './record-zip'
import { writeSources } from './sources'

/**
 * Writes a campaign, or a part of it, or the workspace, in a format, as this member may see it: from
 * one state of the database, and some entries at a time, so that a long record needs little memory.
 * Members read their record as it is written: what shares withhold is in it.
 *
 * @throws AppError `not_found` when the campaign is missing or hidden, `forbidden` for readers of a
 *   share, `invalid` for a workspace in a format that holds one campaign.
 */
export async function writeExport(
  viewer: Viewer,
  asked: ExportAsked,
  sink: Sink,
): Promise<ExportDone> {
  requireMember(viewer)
  const { format, sources, pictures } = exportFormat(asked.format)
  if (pictures) {
    const { done, writePictures } = await inSnapshot(viewer, (tx) =>
      writeRecordWithPhotos(tx, viewer, asked, sink),
    )
    await writePictures()
    return done
  }
  return inSnapshot(viewer, async (tx) => {
    if (sources) return writeSources(tx, viewer, asked, sources, sink)
    if (format === null) return writeRecord(tx, viewer, asked, sink)
    const { slug } = asked
    if (slug === null || holdsWorkspace(asked.format))
      throw new AppError(
        'invalid',
        'This format holds one campaign. Choose the complete record (JSON).',
      )
    return writeEntries({ tx, viewer, asked, slug, format, sink })
  })
}

type Writing = {
  tx: Tx
  viewer: Viewer
  asked: ExportAsked
  slug: string
  format: Format
  sink: Sink
}

async function writeEntries({
  tx,
  viewer,
  asked,
  slug,
  format,
  sink,
}: Writing): Promise<ExportDone> {
  const campaign = await campaignBySlug(tx, viewer, slug)
  const condition = await filteredEntries(tx, viewer, campaign.id, asked.filter)
  const [of] = await tx.$queryRaw<{ all: number; updatedAt: Date | null }[]>`
    select count(*)::int as "all", max(e.updated_at) as "updatedAt" from entry e where ${condition}`
  const head: RecordHead = {
    campaign,
    demands: await demandsOf(tx, viewer, campaign),
    updatedAt: (of?.updatedAt ?? new Date(0)).toISOString(),
  }
  const pieces = format.pieces(head, originOf(asked, slug))
  const losses = new Losses(format.missing)
  let written = 0
  const out = format.packed ? packedWorkbook(sink) : { write: sink, end: () => Promise.resolve() }
  await out.write(pieces.open)
  for await (const entries of entriesFor(tx, viewer, condition, format.newest)) {
    const parts = entries.flatMap((entry) => {
      const part = pieces.entry(entry)
      losses.see(entry, part !== null)
      return part ?? []
    })
    if (parts.length === 0) continue
    await out.write(`${written > 0 ? pieces.between : ''}${parts.join(pieces.between)}`)
    written += parts.length
  }
  await out.write(pieces.close)
  await out.end()
  const loss = losses.inWords(head, of?.all ?? 0, format.leavesOut)
  return { entries: written, loss: [...loss, ...(pieces.lost?.() ?? [])] }
}
