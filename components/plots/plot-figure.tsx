import type { ReactNode } from 'react'
import {
  inOrderOfUse,
  NOTHING_SHOWN,
  plotWords,
  type PlotData,
  type PlotName,
} from '@/lib/plots/plots'
import { plotTable, type PlotCell, type PlotTable } from '@/lib/plots/table'
import { PlotDrawing } from './plot-drawing'
import { PlotKey } from './plot-key'

/** The addresses that a plot leads to; null where there is none. */
export type PlotLinks = {
  entry: (id: string) => string | null
  demand: (number: number) => string | null
  files: { label: string; href: string }[]
}

const MOST_ROWS_SHOWN = 60

/** The plots of a campaign: first those that have something to show, then a line for each of the others. */
export function PlotList({
  plots,
  links,
  shared = false,
}: {
  plots: PlotData[]
  links: (name: PlotName) => PlotLinks
  /** Whether they are those of a link. */
  shared?: boolean
}) {
  const { filled, empty } = inOrderOfUse(plots)
  return (
    <div className="plots">
      {filled.map((data) => (
        <PlotFigure key={data.name} data={data} links={links(data.name)} />
      ))}
      {empty.length > 0 && (
        <ul className="plots-empty">
          {empty.map(({ name }) => (
            <li key={name}>
              <b>{plotWords[name].title}:</b> {shared ? NOTHING_SHOWN : plotWords[name].empty}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A plot with its heading, how to read it, the drawing for both widths, its table and its files. */
function PlotFigure({ data, links }: { data: PlotData; links: PlotLinks }) {
  const { title, note } = plotWords[data.name]
  const table = plotTable(data)
  const heading = `plot-${data.name}`
  const drawn = data.name !== 'crowds' || data.crowds.sized > 0
  const files = links.files.filter(({ label }) => drawn || label === 'CSV')
  return (
    <section className="plot" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <>
        <div className="plot-words">
          <p className="plot-note">{note}</p>
          <PlotKey data={data} />
        </div>
        {drawn ? (
          <>
            <div className="plot-desk">
              <PlotDrawing data={data} size="desk" />
            </div>
            <div className="plot-phone">
              <PlotDrawing data={data} size="phone" />
            </div>
          </>
        ) : (
          <p>No crowd size is known for these actions.</p>
        )}
        <details className="plot-table">
          <summary>As a table</summary>
          <Numbers table={table} links={links} caption={title} />
        </details>
        <nav className="plot-files" aria-label={`${title} as a file`}>
          {files.map(({ label, href }) => (
            <a key={label} href={href} download>
              {label}
            </a>
          ))}
        </nav>
      </>
    </section>
  )
}

function Numbers({
  table: { columns, numeric, rows },
  links,
  caption,
}: {
  table: PlotTable
  links: PlotLinks
  caption: string
}) {
  const right = (index: number) => (numeric.includes(index) ? 'plot-right' : undefined)
  return (
    <div className="plot-scroll" tabIndex={0} role="region" aria-label={`Table: ${caption}`}>
      <table>
        <thead>
          <tr>
            {columns.map((column, index) =>
              column === '' ? (
                <td key={index} />
              ) : (
                <th key={column} scope="col" className={right(index)}>
                  {column}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS_SHOWN).map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {content(cell, links)}
                  </th>
                ) : (
                  <td key={index} className={right(index)}>
                    {content(cell, links)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS_SHOWN && (
        <p className="plot-note">
          {MOST_ROWS_SHOWN} of {rows.length.toLocaleString('en')} rows; the CSV has all of them.
        </p>
      )}
    </div>
  )
}

function content(cell: PlotCell, links: PlotLinks): ReactNode {
  if (typeof cell === 'string') return <bdi>{cell}</bdi>
  const href = 'entry' in cell ? links.entry(cell.entry) : links.demand(cell.demand)
  return href === null ? (
    <bdi>{cell.text}</bdi>
  ) : (
    <a href={href}>
      <bdi>{cell.text}</bdi>
    </a>
  )
}
