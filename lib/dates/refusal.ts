import type { OtherReading } from './context'

/**
 * Ends the reading of a text that cannot be understood, with words for the person who typed it.
 * `parseDateWords` turns it into its answer; nothing outside lib/dates sees it.
 */
export class Refusal extends Error {
  /** `HH:MM` that was said with the date that is asked, for its choices. */
  time: string | null = null

  /** @param choices EDTF of the readings that the person is offered. */
  constructor(
    message: string,
    readonly choices: string[] = [],
  ) {
    super(message)
  }

  /** The same refusal where its choices would say less than the whole text. */
  withoutChoices(): Refusal {
    if (this.choices.length === 0) return this
    return new Refusal(this.message.replace('Choose one, or write', 'Write'))
  }
}

/** Ends the reading of a text that can be read in several ways, each of which is tried on the whole text. */
export class Unclear extends Refusal {
  constructor(
    message: string,
    readonly readings: OtherReading[],
  ) {
    super(message)
  }
}
