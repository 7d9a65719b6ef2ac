import { createECDH, randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const OWNER = { email: 'told@example.org', password: 'teapot under seven umbrellas' }

/** Has the browser of a page subscribe without a push service, of which a test has none. */
async function withoutPushService(page: Page): Promise<void> {
  const keys = {
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
  await page.addInitScript((keys) => {
    PushManager.prototype.subscribe = () =>
      Promise.resolve(
        Object.assign(Object.create(PushSubscription.prototype) as PushSubscription, {
          toJSON: () => ({ endpoint: 'https://updates.push.services.mozilla.com/device', keys }),
        }),
      )
  }, keys)
}

test('a device shows how many notifications are new, until its person stops that', async ({
  page,
  installation,
}) => {
  const words = ['--email', OWNER.email, '--name', 'Owner', '--password', OWNER.password]
  await installation.cli('setup', ...words, '--workspace', 'Told group')
  const { url } = installation
  await withoutPushService(page)
  await page.context().grantPermissions(['notifications'], { origin: url })
  const devtools = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) resolve(first.registrationId)
    })
  })
  await devtools.send('ServiceWorker.enable')
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text())
  })

  await signIn(page, url, OWNER)
  await page.goto(`${url}/account`)
  const devices = page.getByRole('region', { name: 'Shown on your devices' })
  await devices.getByRole('button', { name: 'Show them on this device' }).click()
  await expect(devices.getByText('This browser')).toBeVisible()
  await expectAccessible(page)

  const registrationId = await registered
  const push = { origin: url, registrationId }
  const message = { body: '3 new notifications', path: '/notifications', tag: 'one' }
  await devtools.send('ServiceWorker.deliverPushMessage', {
    ...push,
    data: JSON.stringify(message),
  })
  await expect.poll(() => shown(page)).toEqual(['Throughline: 3 new notifications'])
  // One that cannot be read is shown all the same, as browsers ask.
  await devtools.send('ServiceWorker.deliverPushMessage', { ...push, data: 'no JSON' })
  await expect.poll(() => shown(page)).toContain('Throughline: New notifications')
  expect(refused).toEqual([])

  await devices.getByRole('button', { name: 'Stop there' }).click()
  await expect(devices.getByRole('button', { name: 'Show them on this device' })).toBeVisible()
})

function shown(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready
    return (await worker.getNotifications()).map(({ title, body }) => `${title}: ${body}`)
  })
}
