import 'server-only'
import { createECDH, createPrivateKey, hkdfSync, type KeyObject } from 'node:crypto'
import { env } from '../env'

const PURPOSE = 'throughline push key 1'
const CURVE = 'prime256v1'

/** The key pair by which push services know this installation (VAPID, RFC 8292). */
export type PushKey = {
  /** As browsers and push services take it: the uncompressed point in base64url. */
  publicKey: string
  privateKey: KeyObject
}

/**
 * The installation's key pair. It follows from the installation's secret, as the keys of seals do, so
 * that it is written down nowhere and no copy of the database pushes anything.
 */
export function pushKey(secret: Buffer = env().secret): PushKey {
  const pair = createECDH(CURVE)
  for (let tries = 0; ; tries += 1) {
    const seed = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `${PURPOSE}.${tries}`, 32))
    // Of 2^32 secrets one or none gives a number that is too great for the curve.
    if (!isOnCurve(pair, seed)) continue
    const point = pair.getPublicKey()
    const [x, y] = [point.subarray(1, 33), point.subarray(33)]
    const jwk = { kty: 'EC', crv: 'P-256', d: text(seed), x: text(x), y: text(y) }
    return {
      publicKey: text(point),
      privateKey: createPrivateKey({ key: jwk, format: 'jwk' }),
    }
  }
}

function isOnCurve(pair: ReturnType<typeof createECDH>, seed: Buffer): boolean {
  try {
    pair.setPrivateKey(seed)
    return true
  } catch {
    return false
  }
}

const text = (bytes: Buffer) => bytes.toString('base64url')
