/** Which day a date without a year is, where the words leave it open. */
export type Expected =
  /** What has happened: the latest such day. */
  | 'past'
  /** An action, which may have been announced: the latest such day, unless the next one is close. */
  | 'action'
  /** What is yet to come, such as the day on which to ask again: the next such day. */
  | 'ahead'

/** The order of numbers in a date such as 02/03/2026. */
export type DayOrder = 'dmy' | 'mdy'

/** What the reading of a date depends on besides its words. */
export type DateContext = {
  /** ISO day that "yesterday" and dates without a year are counted from. */
  today: string
  /** ISO day on which the source was published that the words come from; dates without a year are counted from it. */
  anchor?: string | null
  /** `past` where nothing is given. */
  expects?: Expected
  /** How a date such as 02/03/2026 is meant; without it, it is asked. */
  dayOrder?: DayOrder | null
  /** The day on which a week begins, 0 Sunday to 6 Saturday; without it, weeks are asked about. */
  firstWeekday?: number | null
  /** Whether EDTF is meant as EDTF, as programs and our own files write it; people write 2021-22 for two years. */
  isEdtf?: boolean
  /** Readings that were chosen where the words leave several; only the reader itself sets them. */
  chosen?: ChosenReadings
}

/** One reading of what can be read in two ways. */
type ChosenReadings = {
  year?: 'past' | 'ahead' | 'any-weekday'
  /** Whether a year of two digits is of the latest hundred years or of those before. */
  century?: 0 | 1
  /** What "yesterday" is counted from. */
  from?: 'today' | 'anchor'
  /** Whether the 18 of "Aug-18" is a day or a year. */
  dash?: 'day' | 'year'
  /** Whether "2009/10" is a month or two years. */
  pair?: 'month' | 'years'
  /** Whether "12/13 Feb" lasted two days or was one of them. */
  both?: 'span' | 'one-of'
}

/** Another way in which a text can be read. */
export type OtherReading = Partial<Pick<DateContext, 'dayOrder' | 'firstWeekday' | 'chosen'>>
