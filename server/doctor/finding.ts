import 'server-only'

/** How a thing stands: as it should, worth a look, or in need of mending. */
export type State = 'ok' | 'look' | 'wrong'

/** What was found of one thing, in a sentence that says what to do where something is to be done. */
export type Finding = { about: string; state: State; says: string }

/** What was found of one thing, before it is known what it is called. */
type Found = Omit<Finding, 'about'>

export const ok = (says: string): Found => ({ state: 'ok', says })
export const look = (says: string): Found => ({ state: 'look', says })
export const wrong = (says: string): Found => ({ state: 'wrong', says })

/** One thing to be looked at. Where looking itself fails, that is a finding too. */
export async function finding(about: string, work: () => Found | Promise<Found>): Promise<Finding> {
  try {
    return { about, ...(await work()) }
  } catch (error) {
    return { about, ...wrong(`It could not be looked at (${reasonOf(error)}).`) }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === '42501')
    return `${error.message}; start Throughline once, which gives its role the rights it needs`
  return error instanceof Error ? error.message.trim() : String(error)
}

/** `1 link`, `2 links`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`
}

/** The first few of a list, in words. */
export function some(names: readonly string[], most = 5): string {
  const rest = names.length - most
  return names.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
