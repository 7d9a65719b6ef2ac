import { signsBefore, signsInWords } from '@/lib/entries/signs'
import type { Span } from '@/lib/timeline/lanes/levels'
import { entryHref, gatheredHref, type LanesPlace } from '@/lib/timeline/lanes/links'
import {
  countLabel,
  markKey,
  marksOf,
  type CountedMark,
  type EntryMark,
} from '@/lib/timeline/lanes/marks'
import type { Sheet, SheetRow } from '@/lib/timeline/lanes/sheet'
import { gatheredInWords } from '@/lib/timeline/lanes/words'
import { DemandThread } from './demand-thread'

type RowProps = {
  row: SheetRow
  index: number
  sheet: Sheet
  drawn: Span
  view: Span
  today: number
  place: LanesPlace
  at: (time: number) => string
}

/** What stands in a row: counted marks at its foot, entries above each other, a demand's thread. */
export function RowMarks(props: RowProps) {
  const { row, index, sheet, drawn, view } = props
  return (
    <>
      {row.line && <DemandThread line={row.line} {...props} />}
      {marksOf(sheet, index, { drawn, view }).map((mark) =>
        mark.is === 'entry' ? (
          <Single key={markKey(index, mark)} one={mark} {...props} />
        ) : (
          <Count key={markKey(index, mark)} counted={mark} {...props} />
        ),
      )}
    </>
  )
}

function Count({ counted, row, index, place, at }: RowProps & { counted: CountedMark }) {
  const { mark, from, to, parts, look, bead, share, reach } = counted
  return (
    <>
      {reach && (
        <i
          className={`lanes-reach lanes-${reach.lane}`}
          style={{ left: at(reach.from), right: `calc(100% - ${at(reach.to)})` }}
        />
      )}
      <a
        href={gatheredHref(place, mark, row)}
        data-at={from}
        data-key={markKey(index, counted)}
        data-mark={mark.id ? 'entry' : mark.parts || mark.early ? 'zoom' : 'story'}
        data-from={mark.from}
        data-to={mark.to}
        aria-label={gatheredInWords(mark)}
        className={`${bead ? 'lanes-bead' : 'lanes-count'} lanes-${look}`}
        style={
          {
            left: at(from),
            right: `calc(100% - ${at(to)})`,
            '--share': share,
            ...(parts.length > 1 && !bead && { '--fill': fillOf(parts) }),
          } as React.CSSProperties
        }
      >
        {countLabel(mark)}
      </a>
    </>
  )
}

function fillOf(parts: CountedMark['parts']): string {
  const stops = parts.map(
    ({ lane, from, to }) =>
      `color-mix(in srgb, var(--color-${lane}-mark) 45%, transparent) ${percent(from)} ${percent(to)}`,
  )
  return `linear-gradient(to top, ${stops.join(', ')})`
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

function Single({ one, index, place, at }: RowProps & { one: EntryMark }) {
  const { entry, track, until, bar, halo } = one
  const bottom = `calc(var(--track) * ${track})`
  const said = signsInWords(entry.signs).join('. ')
  return (
    <>
      {bar && (
        <i
          className={`lanes-bar lanes-bar-${entry.shape} lanes-${entry.lane}`}
          style={{ left: at(bar.from), right: `calc(100% - ${at(bar.to)})`, bottom }}
        />
      )}
      <a
        dir="auto"
        href={entryHref(place, entry.id)}
        data-at={one.at}
        data-key={markKey(index, one)}
        data-mark="entry"
        title={said || undefined}
        aria-label={`${entry.title}, ${entry.words}${said && `. ${said}.`}`}
        className={`lanes-entry lanes-${entry.lane} ${halo ? `lanes-${halo}` : ''}`}
        style={{
          left: at(one.at),
          bottom,
          ...(until !== null && { right: `calc(100% - ${at(until)})` }),
        }}
      >
        {until !== null && `${signsBefore(entry.signs)}${entry.title}`}
      </a>
    </>
  )
}
