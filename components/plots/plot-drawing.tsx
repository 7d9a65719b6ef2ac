import { crowdsLayout } from '@/lib/plots/crowds'
import { entriesLayout } from '@/lib/plots/entries'
import type { PlotSize } from '@/lib/plots/frame'
import { plotWords, type PlotData } from '@/lib/plots/plots'
import { actionsLayout, responsesLayout } from '@/lib/plots/rows'
import { standingsLayout } from '@/lib/plots/standings'
import { CrowdsDrawing } from './crowds-drawing'
import { EntriesDrawing } from './entries-drawing'
import { RowsDrawing } from './rows-drawing'
import { StandingsDrawing } from './standings-drawing'
import type { Standalone } from './svg'

/** Any plot as an SVG, without state or script; nothing where there is nothing to draw. */
export function PlotDrawing({
  data,
  size,
  standalone,
}: {
  data: PlotData
  size: PlotSize
  standalone?: Standalone
}) {
  const label = `${plotWords[data.name].title}. The table has the same numbers.`
  const more = { label, standalone }
  switch (data.name) {
    case 'standings': {
      const layout = standingsLayout(data.steps, data.last, size)
      return layout && <StandingsDrawing layout={layout} prefix={`standing-${size}`} {...more} />
    }
    case 'responses': {
      const layout = responsesLayout(data.rows, size)
      return layout && <RowsDrawing layout={layout} {...more} />
    }
    case 'actions': {
      const layout = actionsLayout(data.rows, size)
      return layout && <RowsDrawing layout={layout} {...more} />
    }
    case 'entries': {
      const layout = entriesLayout(data.months, size)
      return layout && <EntriesDrawing layout={layout} {...more} />
    }
    case 'crowds': {
      const layout = crowdsLayout(data.crowds, size)
      const unknownCount = data.crowds.unknown
      return layout && <CrowdsDrawing layout={layout} unknownCount={unknownCount} {...more} />
    }
  }
}
