import 'server-only'
import { ZipFile } from 'yazl'
import { workbookParts } from '@/lib/formats/sheet-xml'
import type { Sink } from './asked'
import { packing } from './packing'

/** A workbook around a sheet that is written piece by piece. */
export function packedWorkbook(sink: Sink): ReturnType<typeof packing> {
  const zip = new ZipFile()
  return packing(zip, sink, (sheet) => {
    for (const [name, text] of Object.entries(workbookParts)) zip.addBuffer(Buffer.from(text), name)
    zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml')
    zip.end()
  })
}
