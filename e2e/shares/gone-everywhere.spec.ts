import { randomUUID } from 'node:crypto'
import { fill } from '../support/form'
import { expect, test as base, type Installation } from '../support/installation'
import { read, untilSeen } from './readers'
import { hasNginx, startNginx, startSecondInstance } from './second-instance'

const limit = 2_000
const password = 'teapot under seven umbrellas'

/** Two instances on one database and, where there is nginx, the shipped proxy before both. */
const test = base.extend<object, { addresses: string[] }>({
  addresses: [
    async ({ installation }, use) => {
      const second = await startSecondInstance(installation)
      const instances = [installation.url, second.url]
      const nginx = hasNginx ? await startNginx(instances) : null
      await use(nginx ? [...instances, nginx.url] : instances)
      await nginx?.stop()
      await second.stop()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
})

/** A workspace with the founding record and a link to it. */
async function sharedRecord(installation: Installation) {
  const cli = (...words: string[]) => installation.cli(...words)
  const workspace = `Coalition ${randomUUID()}`
  const email = `${randomUUID()}@example.org`
  await cli(
    ...['setup', '--email', email, '--name', 'First Owner', '--password', password],
    ...['--workspace', workspace, '--sample'],
  )
  const [campaign] = (await cli('campaign', 'list', '--workspace', workspace)) as { slug: string }[]
  const { id, url } = (await cli(
    ...['share', 'create', '--campaign', campaign?.slug ?? '', '--workspace', workspace],
  )) as { id: string; url: string }
  return { email, workspace, id, link: url }
}

test('a link that is ended is dead everywhere within two seconds', async ({
  installation,
  addresses,
}) => {
  const { workspace, id, link } = await sharedRecord(installation)
  const tags = await Promise.all(
    addresses.map(async (address) => {
      await read(address, link)
      const { status, headers } = await read(address, link)
      expect(status).toBe(200)
      expect(Object.keys(headers).filter((name) => name.startsWith('x-throughline'))).toEqual([])
      const known = await read(address, link, { 'if-none-match': String(headers.etag) })
      expect(known.status).toBe(304)
      return String(headers.etag)
    }),
  )
  const times = await untilSeen(
    addresses,
    link,
    ({ status }) => status === 404,
    () => installation.cli('share', 'revoke', id, '--workspace', workspace),
  )
  for (const time of times) expect(time).toBeLessThan(limit)

  const never = new URL(`/s/${'0'.repeat(26)}`, link).href
  const malformed = new URL('/s/0', link).href
  for (const [index, address] of addresses.entries()) {
    const dead = await read(address, link, { 'if-none-match': tags[index] ?? '' })
    expect(dead.status).toBe(404)
    for (const other of [never, malformed]) {
      const answer = await read(address, other)
      expect(answer.body).toBe(dead.body)
      expect(Object.keys(answer.headers)).toEqual(Object.keys(dead.headers))
    }
  }
})

test('a consent that is withdrawn is obeyed everywhere within two seconds', async ({
  installation,
  addresses,
  browser,
}) => {
  const { email, link } = await sharedRecord(installation)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${installation.url}/sign-in`)
  await fill(page, { 'E-mail address': email, Password: password })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${installation.url}/campaigns`)
  await page.goto(`${installation.url}/people`)
  await page.getByRole('link', { name: 'Maren Costa' }).click()
  await page.getByRole('radio', { name: 'Hidden from shares' }).check()

  for (const address of addresses) expect((await read(address, link)).body).toContain('Maren Costa')
  const times = await untilSeen(
    addresses,
    link,
    ({ body }) => !body.includes('Costa'),
    () => page.getByRole('button', { name: 'Save' }).click(),
  )
  for (const time of times) expect(time).toBeLessThan(limit)
  await context.close()
})
