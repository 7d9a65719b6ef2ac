import 'server-only'
import { env } from '../env'

/** A share's address: `/s/` and the token, at the address that the installation is configured with. */
export function shareAddress(token: string): string {
  return new URL(`/s/${token}`, env().url).href
}
