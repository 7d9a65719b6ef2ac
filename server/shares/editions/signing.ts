import 'server-only'
import { createPrivateKey, createPublicKey, hkdfSync, sign, type KeyObject } from 'node:crypto'
import { env } from '../../env'

const PURPOSE = 'throughline editions signing key 1'
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The key that signs a workspace's editions. It follows from the installation's secret, as the keys
 * of seals do, so that it is written down nowhere and no copy of the database signs anything.
 */
function signingKey(workspaceId: string): KeyObject {
  const seed = hkdfSync('sha256', env().secret, workspaceId, PURPOSE, 32)
  const key = Buffer.concat([PKCS8_HEAD, Buffer.from(seed)])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

/** Signs bytes for a workspace (Ed25519, RFC 8032). */
export function signedBy(workspaceId: string, bytes: Uint8Array): Buffer {
  return sign(null, bytes, signingKey(workspaceId))
}

/** The public half, by which anyone can check what was signed, as the PEM of a file. */
export function publicKeyOf(workspaceId: string): string {
  return createPublicKey(signingKey(workspaceId)).export({ format: 'pem', type: 'spki' }).toString()
}
