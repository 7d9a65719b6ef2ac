import type { FormValues } from '@/lib/forms/state'

/**
 * Seals what was typed (AES-GCM, 256 bits) with a key that the server gives to its member alone, so
 * that the next person at a shared phone cannot read it. The moment stands before it in the clear.
 */
export async function seal(key: CryptoKey, at: number, values: FormValues): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(values))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  return [String(at), toBase64(iv), toBase64(sealed)].join(' ')
}

/** What was sealed with this key, or null for anything else. */
export async function unseal(key: CryptoKey, stored: string): Promise<FormValues | null> {
  const [, iv = '', sealed = ''] = stored.split(' ')
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(iv) },
      key,
      fromBase64(sealed),
    )
    return JSON.parse(new TextDecoder().decode(plain)) as FormValues
  } catch {
    return null
  }
}

/** The key from its Base64, or null where the browser has no cryptography: on http other than localhost. */
export async function sealingKey(base64: string): Promise<CryptoKey | null> {
  if (!globalThis.crypto?.subtle) return null
  return crypto.subtle.importKey('raw', fromBase64(base64), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
