/**
 * Ends the reading of a text that cannot be understood, with words for the person who typed it.
 * `parseDateWords` turns it into its answer; nothing outside lib/dates sees it.
 */
export class Refusal extends Error {
  /** @param choices EDTF of the readings that the person is offered. */
  constructor(
    message: string,
    readonly choices: string[] = [],
  ) {
    super(message)
  }
}

/** Ends the reading of a numeric date that is one day with the day first and another with the month first. */
export class UnclearDayOrder extends Refusal {}
