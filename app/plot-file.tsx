import { PlotDrawing } from '@/components/plots/plot-drawing'
import { dateInWords } from '@/lib/dates/words'
import { plotNamed, plotWords, type PlotData, type PlotName } from '@/lib/plots/plots'
import { plotCsv } from '@/lib/plots/table'
import { drawingStyle, pngOf } from '@/server/plots/files'

const TYPES = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
} as const
type Format = keyof typeof TYPES

/** The plot and the format that a file's name asks for, such as `crowds.svg`; null for no such file. */
export function plotFileNamed(file: string): { name: PlotName; format: Format } | null {
  const [, start = '', end = ''] = /^([a-z]+)\.(svg|png|csv)$/.exec(file) ?? []
  const name = plotNamed(start)
  return name && { name, format: end as Format }
}

/** A plot as a file: its bytes and its media type. Null where there is nothing to draw. */
export async function plotFile(
  data: PlotData,
  format: Format,
  campaign: string,
): Promise<{ body: string | Buffer<ArrayBuffer>; type: string } | null> {
  const type = TYPES[format]
  if (format === 'csv') return { body: plotCsv(data), type }
  const title = plotWords[data.name].title
  const foot = `${campaign} · as of ${dateInWords(data.last, { weekday: false })}`
  // A static import of this package is refused where pages are rendered as server components.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const svg = renderToStaticMarkup(
    <PlotDrawing
      data={data}
      size="desk"
      standalone={{ title, foot, style: await drawingStyle() }}
    />,
  )
  if (svg === '') return null
  return { body: format === 'png' ? await pngOf(svg) : svg, type }
}
