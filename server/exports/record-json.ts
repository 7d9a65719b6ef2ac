import 'server-only'
import { lossOfFormat } from '@/lib/exports/formats'
import { isEmptyFilter } from '@/lib/timeline/filters'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import type { ExportAsked, ExportDone, Sink } from './asked'
import { contentsOf } from './contents'
import { readRows } from './record-sql'
import { recordLists } from './record-tables'

/** The name and version of the form of our own files; docs/record-json.md describes it. */
const RECORD_FORMAT = { format: 'throughline-record', version: 1 } as const

const AT_ONCE = 500

/** Writes the record in our own form, one record a line, with all that this member may see. */
export async function writeRecord(
  tx: Tx,
  viewer: Viewer,
  asked: ExportAsked,
  sink: Sink,
): Promise<ExportDone> {
  const found = await contentsOf(tx, viewer, asked)
  await writeLists(found, asked, sink)
  return { entries: found.contents.entries.length, loss: lossOfFormat(asked.format) }
}

/** Writes what was found to be in an export. */
export async function writeLists(
  { contents, reading }: Awaited<ReturnType<typeof contentsOf>>,
  asked: ExportAsked,
  sink: Sink,
): Promise<void> {
  const of = asked.slug === null ? 'workspace' : isEmptyFilter(asked.filter) ? 'campaign' : 'filter'
  const { format, version } = RECORD_FORMAT
  await sink(`{"format":"${format}","version":${version},"of":"${of}"`)
  for (const [name, spec] of recordLists()) {
    const ids = contents[name]
    await sink(`,\n"${name}":[`)
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const rows = await readRows(reading, spec, ids.slice(from, from + AT_ONCE))
      await sink(`${from === 0 ? '\n' : ',\n'}${rows.join(',\n')}`)
    }
    await sink(ids.length === 0 ? ']' : '\n]')
  }
  await sink('}\n')
}
