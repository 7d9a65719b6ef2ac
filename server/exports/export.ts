import 'server-only'
import { exportFormat, holdsWorkspace } from '@/lib/exports/formats'
import { Losses, type Format } from '@/lib/formats/download'
import type { RecordHead } from '@/lib/formats/parts'
import { memberIdOf, requireMember, tokenNameOf, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { inSnapshot, withViewer, type Tx } from '../db'
import { demandsOf } from '../demands/of-campaign'
import { AppError } from '../errors'
import { keepNote } from '../history/note'
import { filteredEntries } from '../timeline/filter/where'
import type { ExportAsked, ExportDone, Sink } from './asked'
import { entriesFor } from './entries'
import { originOf } from './origin'
import { packedWorkbook } from './packed-workbook'
import { writePressKit } from './press-kit'
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
  const done = await write(viewer, asked, sink)
  await withViewer(viewer, (tx) => noteExport(tx, viewer, asked))
  return done
}

// What was taken away, by whom; of a filter it says nothing, whose words people typed.
async function noteExport(tx: Tx, viewer: Viewer, { slug, format }: ExportAsked): Promise<void> {
  const { workspaceId } = viewer
  const campaign = slug === null ? null : await campaignBySlug(tx, viewer, slug)
  await keepNote(tx, {
    ...{ workspaceId, memberId: memberIdOf(viewer), token: tokenNameOf(viewer), action: 'export' },
    ...(campaign
      ? { record: 'campaign', recordId: campaign.id }
      : { record: 'workspace', recordId: workspaceId }),
    fields: [format],
  })
}

async function write(viewer: Viewer, asked: ExportAsked, sink: Sink): Promise<ExportDone> {
  const { format, sources, pictures, lens } = exportFormat(asked.format)
  if (lens) {
    const { slug, filter } = asked
    if (slug === null) throw oneCampaign()
    return writePressKit(viewer, { slug, filter, lens }, sink)
  }
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
    if (slug === null || holdsWorkspace(asked.format)) throw oneCampaign()
    return writeEntries({ tx, viewer, asked, slug, format, sink })
  })
}

function oneCampaign(): AppError {
  return new AppError(
    'invalid',
    'This format holds one campaign. Choose the complete record (JSON).',
  )
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
  const updatedAt = (of?.updatedAt ?? new Date(0)).toISOString()
  const head: RecordHead = { campaign, demands: await demandsOf(tx, viewer, campaign), updatedAt }
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
