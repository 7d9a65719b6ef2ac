import 'server-only'
import { env } from '../env'

/** The full address of a page for people. */
export function pageAddress(path: string): string {
  return new URL(path, env().url).href
}
