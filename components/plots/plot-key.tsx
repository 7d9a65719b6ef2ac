import { laneShapes, type LaneName } from '@/components/ui/lane-mark'
import { crowdsLayout } from '@/lib/plots/crowds'
import { entriesLayout } from '@/lib/plots/entries'
import type { PlotData } from '@/lib/plots/plots'
import { MOST_ROWS } from '@/lib/plots/responses'

/** What the marks of a plot stand for, and on what scale it is drawn. */
export function PlotKey({ data }: { data: PlotData }) {
  if (data.name === 'responses' || data.name === 'actions') {
    if (data.rows.length > MOST_ROWS)
      return (
        <ul className="plot-key">
          <li>
            <Sample className="plot-response" d="M0 2h24v12H0z" /> Answered
          </li>
          <li>
            <Sample className="plot-silent-bar" d="M1 2h22v12H1z" /> No response on record yet
          </li>
        </ul>
      )
    return (
      <ul className="plot-key">
        <Shape lane="demand" words="First raised" />
        {data.name === 'actions' && <Shape lane="action" words="Action" />}
        <Shape lane="response" words="First response on record" />
        <li>
          <Sample className="plot-silent" d="M0 8h24" /> None on record yet
        </li>
      </ul>
    )
  }
  const words = scaleWords(data)
  return words === '' ? null : <p className="plot-key">{words}</p>
}

function Shape({ lane, words }: { lane: LaneName; words: string }) {
  return (
    <li>
      <svg className="plot-svg plot-sample" viewBox="0 0 16 16" aria-hidden="true">
        <path className={`plot-${lane}`} fillRule="evenodd" d={laneShapes[lane]} />
      </svg>{' '}
      {words}
    </li>
  )
}

function Sample({ className, d }: { className: string; d: string }) {
  return (
    <svg className="plot-svg plot-sample" viewBox="0 0 24 16" aria-hidden="true">
      <path className={className} d={d} />
    </svg>
  )
}

const STEPS: Record<number, string> = {
  1: 'Each bar is a month.',
  3: 'Each bar is a quarter of a year.',
  12: 'Each bar is a year.',
  60: 'Each bar is five years.',
  120: 'Each bar is ten years.',
}

function scaleWords(data: PlotData): string {
  if (data.name === 'entries') {
    const layout = entriesLayout(data.months, 'desk')
    return layout ? (STEPS[layout.step] ?? 'Each bar is a century.') : ''
  }
  if (data.name !== 'crowds') return ''
  const layout = crowdsLayout(data.crowds, 'desk')
  return [
    layout?.tenfold && 'Each step of the scale is ten times the one below it.',
    data.crowds.bins &&
      'Each line goes from the lowest to the highest size of its time; the dot is the middle one.',
  ]
    .filter(Boolean)
    .join(' ')
}
