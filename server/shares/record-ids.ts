import 'server-only'
import { createHmac } from 'node:crypto'
import type { ShareReader } from '../auth/viewer'
import { env } from '../env'

/**
 * A record's id as one link's readers see it: 24 hexadecimal signs, the same on every page of the
 * link. The real id would tell when the record was made, and let two links be compared.
 */
export function recordIdFor(viewer: ShareReader, id: string): string {
  const text = `share record\n${viewer.shareLinkId}\n${id}`
  return createHmac('sha256', env().secret).update(text).digest('hex').slice(0, 24)
}
