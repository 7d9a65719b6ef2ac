import 'server-only'
import {
  exportFormat,
  exportFormatNames,
  missingInRecord,
  type ExportFormatName,
} from '@/lib/exports/formats'
import { Losses, type Loss } from '@/lib/formats/download'
import type { RecordHead } from '@/lib/formats/parts'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { inSnapshot } from '../db'
import { demandsOf } from '../demands/of-campaign'
import { filteredEntries } from '../timeline/filter/where'
import { Turns } from '../turns'
import type { ExportAsked } from './asked'
import { entriesFor } from './entries'
import { originOf } from './origin'

/** So many entries are gone through for a page; more than these only for whoever asks for it. */
const MOST_UNASKED = 1_000

// Each holds a connection while it reads.
const turns = new Turns({ atOnce: 1, waiting: 4 })

/** What every format would lose of a view: `losses` is null where nobody went through its entries. */
export type LossesOfView = {
  entries: number
  losses: Partial<Record<ExportFormatName, Loss[]>> | null
}

/**
 * Goes through the entries of a view and finds what each format would lose of them, by the code that
 * writes the files.
 *
 * @param isAsked also where the view is so long that it takes a while
 * @throws AppError `not_found` when the campaign is missing or hidden, `forbidden` for readers of a share.
 */
export async function lossesOf(
  viewer: Viewer,
  { slug, filter }: Pick<ExportAsked, 'filter'> & { slug: string },
  isAsked = false,
): Promise<LossesOfView> {
  requireMember(viewer)
  const find = () =>
    inSnapshot(viewer, async (tx): Promise<LossesOfView> => {
      const campaign = await campaignBySlug(tx, viewer, slug)
      const condition = await filteredEntries(tx, viewer, campaign.id, filter)
      const [of] = await tx.$queryRaw<{ all: number }[]>`
        select count(*)::int as "all" from entry e where ${condition}`
      const entries = of?.all ?? 0
      if (entries > MOST_UNASKED && !isAsked) return { entries, losses: null }
      const updatedAt = new Date(0).toISOString()
      const head = { campaign, demands: await demandsOf(tx, viewer, campaign), updatedAt }
      const writers = exportFormatNames.flatMap((name) => writerOf(name, head, slug, filter))
      for await (const some of entriesFor(tx, viewer, condition))
        for (const entry of some) for (const { see } of writers) see(entry)
      return {
        entries,
        losses: Object.fromEntries(writers.map(({ name, lost }) => [name, lost(entries)])),
      }
    })
  return (await turns.take(find)) ?? { entries: 0, losses: null }
}

type Writer = {
  name: ExportFormatName
  see: (entry: Parameters<Losses['see']>[0]) => void
  lost: (all: number) => Loss[]
}

// Files of sources and press kits hold something else than entries: of those the words say it all.
function writerOf(
  name: ExportFormatName,
  head: RecordHead,
  slug: string,
  filter: ExportAsked['filter'],
): Writer[] {
  const { format, sources, lens, pictures } = exportFormat(name)
  if (sources || lens) return []
  if (format === null) {
    const losses = new Losses(missingInRecord({ pictures }))
    return [{ name, see: (entry) => losses.see(entry), lost: (all) => losses.counted(head, all) }]
  }
  const pieces = format.pieces(head, originOf({ format: name, filter }, slug))
  const losses = new Losses(format.missing)
  const newest = format.newest ?? Infinity
  let written = 0
  return [
    {
      name,
      see: (entry) => {
        const isWritten = written < newest && pieces.entry(entry) !== null
        if (isWritten) written += 1
        losses.see(entry, isWritten)
      },
      lost: (all) => {
        const lost = losses.counted(head, all, format.leavesOut)
        // Which entries changed last is another order than this one: their parts are not told from the others'.
        if (all > newest) return lost.slice(0, 1)
        return [...lost, ...(pieces.lost?.() ?? []).map((words) => ({ words, entries: null }))]
      },
    },
  ]
}
