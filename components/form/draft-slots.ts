const PREFIX = 'throughline-draft '
const DAYS_KEPT = 14

/** Where the words of one form of one member are kept on this device; several tabs have a slot each. */
export type Slot = { name: string; at: number }

/** The address of a slot in the browser's store. */
export function slotName(form: string, tab: string): string {
  return `${PREFIX}${form} ${tab}`
}

/** The slots of a form, the newest first; what nobody came back for in 14 days is taken away. */
export function slotsOf(form: string): Slot[] {
  const oldest = Date.now() - DAYS_KEPT * 86_400_000
  const slots = Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => ({ name, at: timeOf(localStorage.getItem(name) ?? '') }))
  for (const { name, at } of slots) if (at < oldest) localStorage.removeItem(name)
  return slots
    .filter(({ name, at }) => at >= oldest && name.startsWith(`${PREFIX}${form} `))
    .sort((a, b) => b.at - a.at)
}

/** Takes away everything that was kept on this device, whoever typed it: for signing out. */
export function dropAllDrafts(): void {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(PREFIX)) localStorage.removeItem(name)
  } catch {
    // A browser that keeps nothing has nothing to take away.
  }
}

function timeOf(stored: string): number {
  return Number(stored.split(' ')[0]) || 0
}
