/** Where a person's browser notes that the timeline's keys are off. */
const OFF = 'throughline-keys-off'

/** Whether the timeline's keys are turned off on this device. */
export function keysAreOff(): boolean {
  return localStorage.getItem(OFF) !== null
}

/** Turns the keys off, or on again. */
export function turnKeys(): void {
  if (keysAreOff()) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, '1')
}

/** Whether what is pressed belongs to a field in which somebody writes or chooses, or to a dialog. */
export function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}
