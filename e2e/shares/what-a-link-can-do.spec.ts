import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'

const password = 'teapot under seven umbrellas'
const person = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

test('choose, freeze, frame and count a link, and read it with care', async ({
  browser,
  installation,
}) => {
  test.slow()
  const { url } = installation
  const cli = (...words: string[]) => installation.cli(...words)
  const workspace = `Coalition ${randomUUID()}`
  const email = `${randomUUID()}@example.org`
  const account = ['--email', email, '--name', 'First Owner', '--password', password]
  await cli('setup', ...account, '--workspace', workspace, '--sample')
  const [campaign] = (await cli('campaign', 'list', '--workspace', workspace)) as { slug: string }[]
  const shares = `${url}/campaigns/${campaign?.slug ?? ''}/shares`

  const page = await (await browser.newContext()).newPage()
  await page.goto(`${url}/sign-in`)
  await fill(page, { 'E-mail address': email, Password: password })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${url}/campaigns`)

  const link = await test.step('choose what a link shows, and look before it is made', async () => {
    await page.goto(`${shares}/new`)
    await page.getByRole('link', { name: 'Public', exact: true }).click()
    await page.getByText('Choose for this link what it shows').click()
    await expect(page.getByRole('checkbox', { name: 'Quotes' })).toBeChecked()
    await page.getByRole('checkbox', { name: 'Quotes' }).uncheck()
    await page.getByRole('checkbox', { name: 'Tags' }).check()
    await page.getByRole('button', { name: 'Preview this' }).click()
    await expect(page.getByText('It also shows: tags.')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Quotes' })).not.toBeChecked()
    const preview = page.frameLocator('iframe[title="The page as its readers see it"]')
    await expect(preview.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(preview.getByRole('heading', { name: 'Cite this record' })).toBeVisible()
    await expect(preview.locator('blockquote')).toHaveCount(0)
    await expectAccessible(page)
    await fill(page, { 'What you call it': 'for the newsroom' })
    await page.getByRole('button', { name: 'Create link' }).click()
    await expect(page.getByText('Link created.')).toBeVisible()
    await expectAccessible(page)
    const address = await page.getByLabel('Address to hand over').inputValue()
    await page.goto(shares)
    await expect(page.getByLabel('Address of “for the newsroom”')).toHaveValue(address)
    await expectAccessible(page)
    return address
  })

  await test.step('freeze an edition, name a site that may frame it, print its code', async () => {
    await page.getByRole('link', { name: 'Change it' }).click()
    await page.getByRole('button', { name: 'Freeze an edition' }).click()
    await expect(page.getByText('Edition 1 is frozen.')).toBeVisible()
    await fill(page, { 'Sites that may show it in a frame': 'https://news.example.org' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Link changed.')).toBeVisible()
    await expect(page.getByLabel('To paste: The record, large')).toHaveValue(/^<iframe /)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'QR code for paper' }).click()
    await expect(page.getByRole('img', { name: /^Code that opens/ })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('read it on a small phone without script, and print it', async () => {
    const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
    const reader = await browser.newContext({ ...phone, userAgent: person })
    const shared = await reader.newPage()
    await shared.goto(link)
    await expect(shared.locator('blockquote')).toHaveCount(0)
    await expect(shared.getByText('Nobody is tracked here')).toBeVisible()
    await shared.getByRole('link', { name: 'Since edition 1' }).click()
    await expect(shared.getByRole('heading', { name: /^Edition 1, frozen on/ })).toBeVisible()
    await shared.getByRole('link', { name: 'The record as it is now' }).click()
    await shared.getByRole('link', { name: 'Corrections and what changed' }).click()
    await expect(shared.getByRole('heading', { name: /^What changed since/ })).toBeVisible()
    await shared.getByLabel('Since the day').fill('2026-01-01')
    await shared.getByRole('button', { name: 'Show' }).click()
    await expect(shared).toHaveURL(/since=2026-01-01/)
    expect(await reader.cookies()).toEqual([])
    await shared.goto(link)
    expect((await shared.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
    await reader.close()
  })

  await test.step('be told apart from no one, and lead to no one', async () => {
    const reader = await browser.newContext({ userAgent: person })
    const shared = await reader.newPage()
    for (const path of ['', '/changes', '/editions', '/editions/1']) {
      await shared.goto(link + path)
      await expectAccessible(shared)
      expect(await skippedHeadings(shared)).toEqual([])
    }
    await shared.goto(link)
    const entry = shared.getByRole('heading', { level: 3 }).first().getByRole('link')
    const title = (await entry.textContent()) ?? ''
    await entry.click()
    await expect(shared.getByRole('heading', { level: 2, name: title })).toBeVisible()
    await expectAccessible(shared)
    // Any link, even one that says nothing of referrers: the page's own policy keeps its address.
    await shared.route('http://source.example/**', (route) => route.fulfill({ body: 'A source' }))
    const asking = shared.waitForRequest('http://source.example/')
    await shared.goto(link)
    await shared.evaluate(() => {
      const source = document.createElement('a')
      source.href = 'http://source.example/'
      document.body.append(source)
      source.click()
    })
    const asked = await asking
    expect((await asked.allHeaders()).referer).toBeUndefined()
    await reader.close()
  })

  await test.step('stand in a frame where it may, and nowhere else', async () => {
    const context = await browser.newContext({ userAgent: person })
    const site = await context.newPage()
    await context.route(/^https:\/\/(news|other)\.example\.org\//, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>A site</title><iframe src="${link}"></iframe>`,
      }),
    )
    await site.goto('https://news.example.org/')
    await expect(site.frameLocator('iframe').getByText('Nobody is tracked here')).toBeAttached()
    await site.goto('https://other.example.org/')
    await expect.poll(() => site.frames().at(-1)?.url()).toMatch(/^chrome-error:/)
    await context.close()
  })

  await test.step('count people alone', async () => {
    const views = async () => {
      await page.goto(shares)
      const text = await page.getByText(/Opened (fewer than )?[\d,]+ times/).innerText()
      return Number(/Opened ([\d,]+) times/.exec(text)?.[1] ?? 0)
    }
    const ask = (agent: string) => fetch(link, { headers: { 'user-agent': agent } })
    // Sums are saved every five seconds, in order: what people saw last tells that all before is in.
    for (let turn = 0; turn < 100; turn += 1) await ask('Slackbot-LinkExpanding 1.0')
    for (let turn = 0; turn < 12; turn += 1) await ask(person)
    await expect.poll(views).toBeGreaterThanOrEqual(12)
    // A dozen, and what was read above: far from a hundred more.
    expect(await views()).toBeLessThan(60)
  })

  await test.step('keep a secret out of the address, with script and without', async () => {
    await page.goto(shares)
    await fill(page, { 'What you call it': 'by hand' })
    await page.getByText('More', { exact: true }).click()
    await page.getByRole('checkbox', { name: /^Private link/ }).check()
    await page.getByRole('button', { name: 'Create link' }).click()
    const address = await page.getByLabel('Address of “by hand”').inputValue()
    const secret = new URL(address).hash.slice(1)
    for (const javaScriptEnabled of [true, false]) {
      const reader = await browser.newContext({ javaScriptEnabled, userAgent: person })
      const shared = await reader.newPage()
      const asked: string[] = []
      shared.on('request', (request) => asked.push(request.url()))
      await shared.goto(address)
      if (!javaScriptEnabled) {
        await shared.getByLabel('The address you were given').fill(address)
        await shared.getByRole('button', { name: 'Open the page' }).click()
      }
      await expect(shared).toHaveURL(/\/s\/p-[0-9a-f]{16}$/)
      await expect(shared.getByText('Newest first')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(shared)
      // What a browser keeps to itself behind the # is no part of what it sends.
      expect(asked.map((one) => one.split('#')[0]).join(' ')).not.toContain(secret)
      await shared.goBack()
      if (javaScriptEnabled) expect(shared.url()).not.toContain(secret)
      await reader.close()
    }
  })
  await page.context().close()
})

/** Headings that come a level too deep after the one before them. */
async function skippedHeadings(page: Page): Promise<string[]> {
  const headings = await page.locator('h1, h2, h3, h4').evaluateAll((all) =>
    all.map((heading) => ({
      level: Number(heading.tagName[1]),
      text: heading.textContent ?? '',
    })),
  )
  return headings.flatMap(({ level, text }, index) =>
    level > (headings[index - 1]?.level ?? 0) + 1 ? [text] : [],
  )
}
