import { createHmac } from 'node:crypto'

/** By which the key of an installation is recognized; it says nothing of the key. */
export function keyCheckOf(secret: Buffer): string {
  return createHmac('sha256', secret).update('throughline backup').digest('hex')
}
