import { randomUUID } from 'node:crypto'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'

const password = 'teapot under seven umbrellas'

test('end one of two links, all of it with scripting off', async ({ browser, installation }) => {
  const { url } = installation
  const cli = (...words: string[]) => installation.cli(...words)
  const workspace = `Coalition ${randomUUID()}`
  const email = `${randomUUID()}@example.org`
  const account = ['--email', email, '--name', 'First Owner', '--password', password]
  await cli('setup', ...account, '--workspace', workspace, '--sample')
  const [campaign] = (await cli('campaign', 'list', '--workspace', workspace)) as { slug: string }[]
  const slug = campaign?.slug ?? ''
  const kept = (await cli(
    ...['share', 'create', '--campaign', slug, '--label', 'for allies'],
    ...['--workspace', workspace],
  )) as { url: string }

  const member = await browser.newContext({ javaScriptEnabled: false })
  const page = await member.newPage()
  await page.goto(`${url}/sign-in`)
  await fill(page, { 'E-mail address': email, Password: password })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${url}/campaigns`)

  await page.goto(`${url}/campaigns/${slug}/shares`)
  await fill(page, { 'Active for': 'A week', 'What you call it': 'for the newsroom' })
  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page.getByText('Expires in 7 days')).toBeVisible()
  const link = await page.getByLabel('Address of “for the newsroom”').inputValue()

  const reader = await browser.newContext({ javaScriptEnabled: false })
  const shared = await reader.newPage()
  await shared.goto(link)
  await expect(shared.getByText('Newest first')).toHaveAttribute('aria-current', 'true')
  await shared.getByRole('link', { name: 'Oldest first' }).click()
  await expect(shared.getByRole('heading', { level: 3 }).first()).toHaveText(
    'Ahmed Shahour’s account of his firing',
  )
  expect(await reader.cookies()).toEqual([])

  await page.getByRole('button', { name: 'Revoke “for the newsroom”' }).click()
  await expect(page.getByRole('heading', { name: 'Inactive links' })).toBeVisible()
  expect((await shared.reload())?.status()).toBe(404)
  await expect(shared.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  expect((await shared.goto(kept.url))?.status()).toBe(200)

  await page.getByRole('button', { name: 'Undo: let “for the newsroom” open again' }).click()
  await expect(page.getByText('Expires in 7 days')).toBeVisible()
  expect((await shared.goto(link))?.status()).toBe(200)
  await page.getByRole('button', { name: 'Revoke “for the newsroom”' }).click()
  await expect(page.getByRole('heading', { name: 'Inactive links' })).toBeVisible()
  expect((await shared.goto(link))?.status()).toBe(404)
  await member.close()
  await reader.close()
})
