import { signsBefore, signsInWords } from '@/lib/entries/signs'
import { shares } from '@/lib/timeline/lanes/gather'
import { hasTitle, isLong, type LaidRow, type Placed } from '@/lib/timeline/lanes/layout'
import { levelAt, type Span } from '@/lib/timeline/lanes/levels'
import { entryHref, gatheredHref, type LanesPlace } from '@/lib/timeline/lanes/links'
import type { DateShape, Gathered, Sheet, SheetRow } from '@/lib/timeline/lanes/sheet'
import { gatheredInWords } from '@/lib/timeline/lanes/words'
import { DemandThread } from './demand-thread'

type RowProps = {
  row: SheetRow
  laid: LaidRow
  sheet: Sheet
  drawn: Span
  view: Span
  today: number
  place: LanesPlace
  at: (time: number) => string
}

/** What stands in a row: counted marks at its foot, entries above each other, a demand's thread. */
export function RowMarks(props: RowProps) {
  const { row, laid, drawn } = props
  const touches = (from: number, to: number) => from < drawn.to && to > drawn.from
  return (
    <>
      {row.line && <DemandThread line={row.line} {...props} />}
      {laid.gathered.map((mark) =>
        touches(mark.from, mark.reach) ? (
          <Count key={`${mark.from} ${mark.early}`} mark={mark} {...props} />
        ) : null,
      )}
      {laid.placed.map((placed) =>
        touches(placed.entry.first, Math.max(placed.entry.last, placed.until)) ? (
          <Single key={placed.entry.id} placed={placed} {...props} />
        ) : null,
      )}
    </>
  )
}

function Count({ mark, row, sheet, drawn, view, place, at }: RowProps & { mark: Gathered }) {
  const bucket = levelAt(sheet.level).days
  // What began long before is told where the window begins, as long as any of it lasts.
  const from = mark.early
    ? Math.max(mark.from, Math.min(view.from, mark.reach - bucket))
    : mark.from
  const to = mark.early ? from + bucket : mark.to
  const [lane] = Object.keys(mark.lanes)
  const parts = shares(mark.lanes)
  const thread = row.lane === 'demand'
  const lasts = !thread && mark.reach > to + bucket
  const link = (
    <a
      href={gatheredHref(place, mark, row)}
      data-at={from}
      data-mark={mark.id ? 'entry' : mark.parts || mark.early ? 'zoom' : 'story'}
      data-from={mark.from}
      data-to={mark.to}
      aria-label={gatheredInWords(mark)}
      className={`${thread ? 'lanes-bead' : 'lanes-count'} lanes-${thread ? 'demand' : parts.length > 1 ? 'mixed' : lane}`}
      style={
        {
          left: at(from),
          right: `calc(100% - ${at(to)})`,
          '--share': mark.count / sheet.most,
          ...(parts.length > 1 && !thread && { '--fill': fillOf(parts) }),
        } as React.CSSProperties
      }
    >
      {mark.early ? `‹ ${mark.count.toLocaleString('en')}` : mark.count.toLocaleString('en')}
    </a>
  )
  if (!lasts) return link
  return (
    <>
      <i
        className={`lanes-reach lanes-${lane}`}
        style={{ left: at(to), right: `calc(100% - ${at(Math.min(mark.reach, drawn.to))})` }}
      />
      {link}
    </>
  )
}

function fillOf(parts: ReturnType<typeof shares>): string {
  const stops = parts.map(
    ({ lane, from, to }) =>
      `color-mix(in srgb, var(--color-${lane}-mark) 45%, transparent) ${percent(from)} ${percent(to)}`,
  )
  return `linear-gradient(to top, ${stops.join(', ')})`
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

/** Shapes that show beside a mark where there is no room for a bar. */
const HALOS: DateShape[] = ['before', 'after', 'ongoing', 'about']

function Single(props: RowProps & { placed: Placed }) {
  const { placed, row, sheet, drawn, view, place, at } = props
  const { entry, track, until } = placed
  const bucket = levelAt(sheet.level).days
  const isBar = row.lane !== 'demand' && isLong(entry, bucket)
  // What began before the window is named where the window begins.
  const start = Math.max(entry.first, Math.min(view.from, entry.last - bucket), drawn.from)
  // A title whose mark is out of sight would be half a sentence.
  const titled =
    row.tracks > 1 && start >= view.from - 1e-6 && hasTitle(sheet.level, { from: start, to: until })
  const bottom = `calc(var(--track) * ${track})`
  const halo = HALOS.includes(entry.shape)
  const said = signsInWords(entry.signs).join('. ')
  return (
    <>
      {isBar && (
        <i
          className={`lanes-bar lanes-bar-${entry.shape} lanes-${entry.lane}`}
          style={{
            left: at(Math.max(entry.first, drawn.from)),
            right: `calc(100% - ${at(Math.min(entry.last, drawn.to))})`,
            bottom,
          }}
        />
      )}
      <a
        dir="auto"
        href={entryHref(place, entry.id)}
        data-at={start}
        data-mark="entry"
        title={said || undefined}
        aria-label={`${entry.title}, ${entry.words}${said && `. ${said}.`}`}
        className={`lanes-entry lanes-${entry.lane} ${halo && !isBar ? `lanes-${entry.shape}` : ''}`}
        style={{
          left: at(start),
          bottom,
          ...(titled && { right: `calc(100% - ${at(Math.min(until, drawn.to))})` }),
        }}
      >
        {titled && `${signsBefore(entry.signs)}${entry.title}`}
      </a>
    </>
  )
}
