/** What the HTTP server says, in place of the app, to a form that a page sent; shown by that page. */
export const notSaved = {
  away: 'The database cannot be reached, so this was not saved. What was saved before is safe. Try again in a few seconds.',
  busy: 'Too much is being sent from your network at this moment, so this was not taken; what you typed is still here. Try again in a few seconds.',
  full: 'The disk of the server is full, so this was not saved. What was saved before is safe. Tell the person who runs Throughline for you.',
}

/** The sentence that an error carries, if it is one of these. */
export function notSavedBecause(error: unknown): string | null {
  const said = error instanceof Error ? error.message.trim() : ''
  return Object.values(notSaved).find((sentence) => sentence === said) ?? null
}
