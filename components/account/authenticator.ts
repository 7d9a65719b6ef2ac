import { formValues } from '@/lib/forms/form-data'
import { idle, type FormAction } from '@/lib/forms/state'

/** Whether this browser can make passkeys and use them. */
export function hasPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  )
}

/** Has the browser make a passkey, as the server's options say. */
export async function makeKey(options: string): Promise<string> {
  const parsed = JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(parsed)
  return answerOf(await navigator.credentials.create({ publicKey }))
}

/** Has the browser sign with a passkey, as the server's options say. */
export async function useKey(options: string): Promise<string> {
  const parsed = JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(parsed)
  return answerOf(await navigator.credentials.get({ publicKey }))
}

/**
 * An action in three steps: the server gives a challenge, the browser answers it with a key, and the
 * server checks the answer.
 */
export function withKey(
  begin: FormAction,
  answer: (options: string) => Promise<string>,
  finish: FormAction,
): FormAction {
  return async (_previous, formData) => {
    const begun = await begin(idle, formData)
    if (begun.status !== 'ok') return begun
    try {
      formData.set('answer', await answer(begun.challenge ?? ''))
    } catch (error) {
      return { status: 'failed', message: reason(error), values: formValues(formData) }
    }
    return finish(idle, formData)
  }
}

function answerOf(credential: Credential | null): string {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('', 'NotAllowedError')
  return JSON.stringify(credential.toJSON())
}

function reason(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'InvalidStateError') return 'This device has a passkey of your account already.'
  if (name === 'SecurityError')
    return 'Passkeys belong to another address of this site. Open it at the address that its operator gave you.'
  return 'The passkey was not used: it was cancelled, or took too long. Try again.'
}
