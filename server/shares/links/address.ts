import 'server-only'
import { env } from '../../env'

/**
 * A share's address, at the one that the installation is configured with: `/s/` and the token. A
 * private link's token stands after a `#`, where no server and no log sees it.
 */
export function shareAddress(token: string, isPrivate: boolean): string {
  return new URL(isPrivate ? `/s#${token}` : `/s/${token}`, env().url).href
}
