import { formValues } from '@/lib/forms/form-data'
import { idle, type FormAction } from '@/lib/forms/state'

const WORKER = '/push-worker.js'

/** Whether this browser can be told of notifications while no page is open. */
export function takesPushes(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

/** The address of the subscription that this browser has already, or null. */
export async function pushAddressHere(): Promise<string | null> {
  if (!takesPushes() || Notification.permission !== 'granted') return null
  const worker = await navigator.serviceWorker.getRegistration(WORKER)
  return (await worker?.pushManager.getSubscription())?.endpoint ?? null
}

/** An action to which the browser adds its subscription, for which it may ask its person first. */
export function withSubscription(publicKey: string, action: FormAction): FormAction {
  return async (_previous, formData) => {
    try {
      const { endpoint, keys } = (await subscribed(publicKey)).toJSON()
      formData.set('address', endpoint ?? '')
      formData.set('p256dh', keys?.p256dh ?? '')
      formData.set('auth', keys?.auth ?? '')
    } catch {
      const values = formValues(formData)
      return { status: 'failed', message: reason(), values }
    }
    return action(idle, formData)
  }
}

async function subscribed(publicKey: string): Promise<PushSubscription> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused')
  await navigator.serviceWorker.register(WORKER)
  const { pushManager } = await navigator.serviceWorker.ready
  // One that was made with another key of this site is no use any more.
  const options = { userVisibleOnly: true, applicationServerKey: publicKey }
  return pushManager.subscribe(options).catch(async () => {
    await (await pushManager.getSubscription())?.unsubscribe()
    return pushManager.subscribe(options)
  })
}

function reason(): string {
  return Notification.permission === 'denied'
    ? 'This browser does not let this site show notifications. Allow it in the browser’s settings for this site, then try again.'
    : 'This browser could not be reached by its push service. Try again later.'
}
