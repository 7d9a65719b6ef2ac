/**
 * Writes where one is in a view into the address. Next takes a plain `replaceState` for a move of
 * its own and drops the one under way: a link pressed while the page still settles would be lost.
 * With the state that Next keeps in the history it is left alone.
 */
export function keepAddress(address: string): void {
  history.replaceState(history.state, '', address)
}

/** Goes to an address of the same page, for the same reason so; "back" leads to the present one. */
export function goToAddress(address: string): void {
  history.pushState(history.state, '', address)
}

/** Keeps the present address for "back" before the next one is written. */
export function leaveAddress(): void {
  goToAddress(location.href)
}
