import type { ReactNode } from 'react'
import {
  timelineHref,
  timelineViews,
  withParams,
  type Extra,
  type TimelineView,
} from '@/lib/timeline/address'
import type { FieldChoice } from '@/lib/forms/choices'
import type { Choices, Counts } from '@/lib/timeline/counts'
import { filterInWords, type FilterNames } from '@/lib/timeline/filter-words'
import { filterParams, filterSize, noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { FilterPanel } from './filter-panel'
import { HiddenParams } from './hidden-params'
import { Menu, MenuArrow, MenuLink } from '../ui/menu'
import { SearchIcon } from '../ui/search-icon'
import { Keys } from './keys'
import { LineForm } from './line-form'
import { SavedFilters } from './saved-filters'

type FrameProps = {
  slug: string
  view: TimelineView
  filter: TimelineFilter
  names: FilterNames
  counts: Counts
  shown: Counts
  choices: Choices | null
  saved: { id: string; name: string; query: string }[]
  /** What else the view's address says and a change of the filter keeps, such as the order. */
  keep?: Extra
  /** Forms that save and remove filters; left out for those who may not. */
  keeping?: ReactNode
  /** What was last typed to jump to. */
  jump?: string | null
  /** Why that is no date, with the readings to choose from where it has several. */
  unclear?: { message: string; choices?: FieldChoice[] } | null
  mayLog: boolean
  /** What the view is of, beside the sentence, such as the month of a calendar. */
  heading?: ReactNode
  mayShare: boolean
  /** What else is done with the view: beside the filters, and in the menu behind them. */
  tools?: ReactNode
  more?: ReactNode
  children: ReactNode
}

/**
 * What stands around every view of the timeline: the other views under the same filter, the search,
 * the filters, and a sentence that says what is shown. All of it are links and one GET form.
 */
export function ViewFrame(props: FrameProps) {
  const {
    slug,
    view,
    filter,
    names,
    counts,
    shown,
    choices,
    saved,
    keep = {},
    jump,
    unclear,
    children,
  } = props
  const path = `/campaigns/${slug}${timelineViews[view].path}`
  const asked = filterSize(filter)
  const panel = choices !== null
  const jumpsHere = view === 'lanes' || view === 'calendar'
  return (
    <div data-soft>
      <div className="chrome mb-1 flex items-center justify-between gap-x-6 max-md:gap-x-2">
        <nav aria-label="Views of the timeline" className="min-w-0">
          <ul className="link-row">
            {(Object.keys(timelineViews) as TimelineView[]).map((name) => (
              // On a phone the row is moved sideways, and the view that one is in stays in sight.
              <li
                key={name}
                className="max-md:has-aria-[current]:sticky max-md:has-aria-[current]:start-2 max-md:has-aria-[current]:end-12 max-md:has-aria-[current]:z-1"
              >
                <a
                  href={timelineHref(slug, name, filter)}
                  aria-current={name === view ? 'page' : undefined}
                  className="aria-[current]:bg-ink aria-[current]:text-paper hover:bg-wash inline-flex min-h-11 items-center rounded-xs px-2 no-underline aria-[current]:font-semibold sm:px-2.5"
                >
                  {timelineViews[name].label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <button
          type="button"
          popoverTarget="timeline-forms"
          aria-label="Find or jump"
          className="inline-flex size-11 shrink-0 items-center justify-center md:hidden"
        >
          <SearchIcon />
        </button>
        {/* Beside the views where there is room, and else behind the button; without popovers in the browser it stands there. */}
        <div
          id="timeline-forms"
          popover="auto"
          className="max-md:border-control max-md:bg-paper max-md:text-ink min-w-0 grid-cols-2 gap-2 max-md:inset-x-4 max-md:top-16 max-md:m-0 max-md:w-auto max-md:border max-md:p-4 max-md:shadow-lg md:static md:m-0 md:grid md:max-w-xl md:flex-1 md:border-0 md:bg-transparent md:p-0 md:text-inherit max-md:[&:popover-open]:grid"
        >
          <LineForm
            id="timeline-search"
            action={path}
            role="search"
            name="q"
            label="Find in this timeline"
            placeholder="Find words"
            button="Find"
            value={filter.text}
          >
            <HiddenParams params={filterParams({ ...filter, text: '' })} extra={keep} />
          </LineForm>
          <LineForm
            id="timeline-jump"
            action={jumpsHere ? path : `/campaigns/${slug}${timelineViews.story.path}`}
            name="at"
            label="Jump to a date"
            placeholder="Jump to a date"
            button="Jump"
            value={jump ?? ''}
          >
            <HiddenParams
              params={filterParams(filter)}
              extra={view === 'story' || view === 'lanes' ? keep : {}}
            />
          </LineForm>
        </div>
      </div>
      {unclear && (
        <div role="status" className="my-2 flex flex-wrap items-center gap-x-4">
          <p>
            Jump to “<bdi>{jump}</bdi>”: {unclear.message}
          </p>
          {unclear.choices?.map(({ label, value }) => (
            <a
              key={value}
              href={timelineHref(slug, view, filter, { ...keep, at: value })}
              className="inline-flex min-h-11 items-center"
            >
              {label}
            </a>
          ))}
        </div>
      )}
      <div className="border-hairline mb-2 flex flex-wrap items-center gap-x-5 border-b sm:mb-4">
        {props.heading}
        <p role="status" className="min-w-0 flex-1 basis-24 py-2 font-semibold sm:basis-64">
          {filterInWords(filter, { shown: shown.all, all: counts.all }, names)}
        </p>
        <div className="chrome flex flex-wrap items-center gap-x-5">
          <a
            href={timelineHref(slug, view, filter, { ...keep, panel: panel ? null : 'filters' })}
            data-stay
            className="inline-flex min-h-11 items-center"
          >
            {panel ? 'Close the filters' : asked > 0 ? `Filters (${asked})` : 'Filters'}
          </a>
          {asked > 0 && (
            <a
              href={timelineHref(slug, view, noFilter, keep)}
              className="inline-flex min-h-11 items-center"
            >
              Show all
            </a>
          )}
          {props.tools}
          {(shown.all > 0 || props.more) && (
            <Menu
              summary={
                <>
                  More <MenuArrow />
                </>
              }
            >
              {shown.all > 0 && (
                <MenuLink href={withParams(`/campaigns/${slug}/export`, filterParams(filter))}>
                  {exportWords(asked, shown.all)}
                </MenuLink>
              )}
              {props.mayShare && asked > 0 && shown.all > 0 && (
                <MenuLink href={shareHref(slug, filter)}>
                  {shown.all === 1
                    ? 'Share this entry'
                    : `Share these ${shown.all.toLocaleString('en')} entries`}
                </MenuLink>
              )}
              {props.more}
            </Menu>
          )}
        </div>
      </div>
      {choices && (
        <section aria-label="Filters" className="chrome bg-wash mb-8 px-4 py-5 sm:px-6">
          <SavedFilters slug={slug} view={view} saved={saved} />
          <FilterPanel
            action={path}
            filter={filter}
            names={names}
            counts={counts}
            choices={choices}
            keep={keep}
          />
          {props.keeping}
        </section>
      )}
      {children}
      <Keys
        newHref={props.mayLog ? `/campaigns/${slug}/entries/new` : null}
        more={view === 'lanes' || view === 'map' || view === 'table' ? view : undefined}
      />
    </div>
  )
}

function exportWords(asked: number, shown: number): string {
  if (asked === 0) return 'Export all entries'
  return shown === 1 ? 'Export this entry' : `Export these ${shown.toLocaleString('en')} entries`
}

/** Where a link to what a filter leaves is made. */
function shareHref(slug: string, filter: TimelineFilter): string {
  const params = new URLSearchParams({ scope: 'filter', filter: filterParams(filter).toString() })
  return withParams(`/campaigns/${slug}/shares/new`, params)
}
