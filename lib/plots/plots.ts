import type { MonthCount } from '../timeline/counts'
import type { Crowds } from './crowds'
import type { ResponseRow } from './responses'
import type { StandingStep } from './standings'

/** The plots of a campaign, in the order in which a page shows them. */
export const plotNames = ['standings', 'responses', 'actions', 'entries', 'crowds'] as const
export type PlotName = (typeof plotNames)[number]

/** What a plot is drawn from; `last` is the ISO day on which it ends. */
export type PlotData =
  | { name: 'standings'; steps: StandingStep[]; last: string }
  | { name: 'responses'; rows: ResponseRow[]; last: string }
  | { name: 'actions'; rows: ResponseRow[]; last: string }
  | { name: 'entries'; months: MonthCount[]; last: string }
  | { name: 'crowds'; crowds: Crowds; last: string }

/** What a plot is called, and how it is to be read. */
export const plotWords: Record<PlotName, { title: string; note: string; empty: string }> = {
  standings: {
    title: 'Standings over time',
    note: 'Each demand at each of its targets counts once, from the day on which it was first raised.',
    empty: 'No demands have a target yet.',
  },
  responses: {
    title: 'Days to a response',
    note: 'From the first time a demand was raised to its first response on record at that target. Where there is none yet, it is at least this long. Demands that moved on without a response are left out.',
    empty: 'No entries raise a demand at a target yet.',
  },
  actions: {
    title: 'Actions before a response',
    note: 'Actions that raised or repeated a demand and are certainly earlier than the response. Earlier does not mean because: the order of two events says nothing about why the second happened.',
    empty: 'No entries raise a demand at a target yet.',
  },
  entries: {
    title: 'Entries by month and lane',
    note: 'All lanes are drawn to one scale. What is dated less exactly than to the month stands in the first month that it can be of. An entry that raises a demand appears in its own lane and in the demands lane.',
    empty: 'No entries yet.',
  },
  crowds: {
    title: 'Crowd sizes',
    note: 'From the lowest to the highest number reported. An unknown size is not 0: it is shown below the axis.',
    empty: 'No actions yet.',
  },
}

/** Said of an empty plot of a link, which may leave out what the record has. */
export const NOTHING_SHOWN = 'There is nothing to draw in what this link shows.'

/** The plots that have something to show and those that have not, each in the order of a page. */
export function inOrderOfUse(plots: PlotData[]): { filled: PlotData[]; empty: PlotData[] } {
  return {
    filled: plots.filter((data) => !isEmpty(data)),
    empty: plots.filter(isEmpty),
  }
}

function isEmpty(data: PlotData): boolean {
  switch (data.name) {
    case 'standings':
      return data.steps.length === 0
    case 'responses':
    case 'actions':
      return data.rows.length === 0
    case 'entries':
      return data.months.length === 0
    case 'crowds':
      return (data.crowds.points ?? data.crowds.bins ?? []).length === 0
  }
}

/** A part of an address as the name of a plot, or null. */
export function plotNamed(text: string): PlotName | null {
  return plotNames.find((name) => name === text) ?? null
}
