import type { Change, Edit } from './changes'

/** The guards of a process: which were reached, and which one is off. */
export type Switches = {
  off: number | null
  reached: Set<number>
  isOn: (which: number) => boolean
}

/** Where a process keeps them, so that code finds them without an import. */
export const SWITCHES = 'throughlineGuards'

/** Makes the switches of this process, all of them on. */
export function newSwitches(): Switches {
  const switches: Switches = {
    off: null,
    reached: new Set(),
    isOn: (which) => {
      switches.reached.add(which)
      return which !== switches.off
    },
  }
  return switches
}

/**
 * The text with a switch before each of these calls and conditions, so that all of them can be tried
 * while the code is loaded once. A process without switches runs them all.
 */
export function switched(text: string, guards: (Change & { which: number })[]): string {
  const insertions = guards.flatMap(({ which, start, end, text: without }): Edit[] => {
    const isOn = `globalThis.${SWITCHES}?.isOn(${which}) ?? true`
    const [before, after] = without === '' ? [`{ if (${isOn}) `, ' }'] : [`(${isOn}) && (`, ')']
    return [
      { start, end: start, text: before },
      { start: end, end, text: after },
    ]
  })
  // From the end, so that places before stay where they are.
  return insertions
    .sort((a, b) => b.start - a.start)
    .reduce(
      (done, { start, text: added }) => done.slice(0, start) + added + done.slice(start),
      text,
    )
}
