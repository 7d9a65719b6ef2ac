import 'server-only'
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { z } from 'zod'
import { newPasskeySchema, passkeySignInSchema } from '@/lib/schemas/passkey'

/** What goes wrong, or is forged, in an answer. */
type Odd = {
  challenge?: string
  origin?: string
  rpId?: string
  counter?: number
  /** Whether the device asked for a finger, a face or a PIN. */
  verified?: boolean
  userHandle?: string
}
const HOST = 'localhost'
const ORIGIN = `http://${HOST}:3000`
const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()

/** A key on a device, as WebAuthn has it, made of Node's own cryptography (ES256, attestation "none"). */
export function newAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let handle = ''
  let used = 0

  const authData = ({ rpId = HOST, counter = used, verified = true }: Odd, key?: Uint8Array) => {
    const flags = PRESENT | (verified ? VERIFIED : 0) | (key ? HAS_KEY : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const length = Buffer.from([0, id.length])
    const attested = key ? [Buffer.alloc(16), length, id, key] : []
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, ...attested])
  }
  const clientData = (type: string, challenge: string, { origin = ORIGIN }: Odd) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  return {
    /** Makes a passkey, as `navigator.credentials.create` does. */
    create(options: string, odd: Odd = {}): z.output<typeof newPasskeySchema>['answer'] {
      const asked = JSON.parse(options) as { challenge: string; user: { id: string } }
      handle = asked.user.id
      const cose = Buffer.concat([
        ...[Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20])],
        ...[Buffer.from(x, 'base64url'), Buffer.from([0x22, 0x58, 0x20])],
        Buffer.from(y, 'base64url'),
      ])
      const data = authData(odd, cose)
      const attestationObject = Buffer.concat([
        ...[Buffer.from([0xa3]), cborText('fmt'), cborText('none')],
        ...[cborText('attStmt'), Buffer.from([0xa0])],
        ...[cborText('authData'), Buffer.from([0x58, data.length]), data],
      ])
      const client = clientData('webauthn.create', odd.challenge ?? asked.challenge, odd)
      return newPasskeySchema.shape.answer.parse(
        JSON.stringify({
          ...{ id: base64url(id), rawId: base64url(id), type: 'public-key' },
          clientExtensionResults: {},
          response: {
            clientDataJSON: base64url(client),
            attestationObject: base64url(attestationObject),
          },
        }),
      )
    },
    /** Signs, as `navigator.credentials.get` does. */
    use(options: string, odd: Odd = {}): z.output<typeof passkeySignInSchema>['answer'] {
      const asked = JSON.parse(options) as { challenge: string }
      used += 1
      const client = clientData('webauthn.get', odd.challenge ?? asked.challenge, odd)
      const data = authData({ ...odd, counter: odd.counter ?? used })
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return passkeySignInSchema.shape.answer.parse(
        JSON.stringify({
          ...{ id: base64url(id), rawId: base64url(id), type: 'public-key' },
          clientExtensionResults: {},
          response: {
            clientDataJSON: base64url(client),
            authenticatorData: base64url(data),
            signature: base64url(signature),
            userHandle: odd.userHandle ?? handle,
          },
        }),
      )
    },
  }
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
}
