import 'server-only'
import { lossOfFormat } from '@/lib/exports/formats'
import type { SourcesFormat } from '@/lib/formats/sources'
import { shownIn } from '@/lib/sources/fields'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import type { ExportAsked, ExportDone, Sink } from './asked'
import { contentsOf } from './contents'

const AT_ONCE = 500

/** Writes the sources that an export's records cite, for reference managers. */
export async function writeSources(
  tx: Tx,
  viewer: Viewer,
  asked: ExportAsked,
  format: SourcesFormat,
  sink: Sink,
): Promise<ExportDone> {
  const { contents } = await contentsOf(tx, viewer, asked)
  const ids = contents.sources
  await sink(format.open)
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await tx.source.findMany({
      where: { id: { in: ids.slice(from, from + AT_ONCE) } },
      select: { id: true, ...shownIn('reference') },
      orderBy: { id: 'asc' },
    })
    const parts = rows.map(({ accessedOn, ...source }) =>
      format.source({ ...source, accessedOn: accessedOn?.toISOString().slice(0, 10) ?? '' }),
    )
    await sink(`${from > 0 ? format.between : ''}${parts.join(format.between)}`)
  }
  await sink(format.close)
  return { entries: 0, sources: ids.length, loss: lossOfFormat(asked.format) }
}
