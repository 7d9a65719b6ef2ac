import { expectAccessible } from '../support/accessibility'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const OWNER = { email: 'programs@example.org', password: 'teapot under seven umbrellas' }

test('a member creates a token, a script writes with it, and revoking it stops that', async ({
  page,
  installation,
}) => {
  const words = ['--email', OWNER.email, '--name', 'Owner', '--password', OWNER.password]
  await installation.cli('setup', ...words, '--workspace', 'Programs', '--sample')
  const { url } = installation
  await signIn(page, url, OWNER)
  await page.goto(`${url}/account`)
  await page.getByRole('link', { name: 'Manage API tokens' }).click()
  await expectAccessible(page)
  await fill(page, { Name: 'Nightly sync' })
  await page.getByRole('radio', { name: 'Read what is published, and write drafts' }).check()
  await page.getByRole('button', { name: 'Create token' }).click()
  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  expect(token).toMatch(/^tl_[\w-]{43}$/)
  await page.reload()
  await expect(page.getByText(token)).toHaveCount(0)
  await expect(page.getByText('never used')).toBeVisible()

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    })
  const { items } = (await (await ask('/campaigns')).json()) as { items: { slug: string }[] }
  const list = `/campaigns/${items[0]?.slug ?? ''}/entries`
  const made = await ask(list, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'vigil', title: 'Candles at the gate', date: '2026-02-13' }),
  })
  expect(made.status).toBe(201)
  const entry = (await made.json()) as { url: string; status: string }
  expect(entry.status).toBe('draft')
  await page.goto(entry.url)
  await expect(page.getByRole('heading', { name: 'Candles at the gate' })).toBeVisible()

  // Neither opens what the other is for.
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  expect((await fetch(`${url}/api/v1/campaigns`, { headers: { cookie } })).status).toBe(401)
  const asked = { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' } as const
  expect((await fetch(`${url}/campaigns`, asked)).status).toBe(307)

  await page.goto(`${url}/workspace/access`)
  await expect(page.getByText('Nightly sync')).toBeVisible()
  await page.goto(`${url}/account/tokens`)
  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('You have no API tokens.')).toBeVisible()
  expect((await ask('/campaigns')).status).toBe(401)
})
