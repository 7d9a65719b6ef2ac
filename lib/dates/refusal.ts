/** A reading of a date that a person is offered when their words have several. */
export type DateChoice = { label: string; edtf: string }

/**
 * Ends the reading of a text that cannot be understood, with words for the person who typed it.
 * `parseDateWords` turns it into its answer; nothing outside lib/dates sees it.
 */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly choices?: DateChoice[],
  ) {
    super(message)
  }
}
