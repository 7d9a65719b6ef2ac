import { placeAt } from '@/lib/search/places'

/** Where a browser keeps the addresses of the records that were last read in it, without their names. */
const RECENT = 'throughline-recent'
const MOST = 8

/** The paths of the records that were last read in this browser, the latest first. */
export function recentPages(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(RECENT) ?? '[]')
    return Array.isArray(stored)
      ? stored.filter((path) => typeof path === 'string').slice(0, MOST)
      : []
  } catch {
    return []
  }
}

/** Remembers that the page of a record was read; other pages are not remembered. */
export function rememberPage(path: string): void {
  if (!placeAt(path)) return
  try {
    const others = recentPages().filter((one) => one !== path)
    localStorage.setItem(RECENT, JSON.stringify([path, ...others].slice(0, MOST)))
  } catch {
    // A full or closed store leaves the list as it was.
  }
}

/** Forgets every page, whoever read it: for signing out. */
export function forgetPages(): void {
  try {
    localStorage.removeItem(RECENT)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
