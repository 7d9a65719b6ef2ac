import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'

const password = 'teapot under seven umbrellas'

test('every page of a link is accessible at 320 px in the dark, and tells lanes apart without colours', async ({
  browser,
  installation: { url, cli },
}) => {
  test.slow()
  const workspace = 'Night readers'
  const account = ['--email', 'night@example.org', '--name', 'Night Owner', '--password', password]
  await cli('setup', ...account, '--workspace', workspace, '--sample')
  const [campaign] = (await cli('campaign', 'list', '--workspace', workspace)) as { slug: string }[]
  const words = ['--workspace', workspace, '--campaign', campaign?.slug ?? '']
  const made = (await cli('share', 'create', ...words, '--lens', 'press')) as { url: string }
  const link = made.url.replace(/^https?:\/\/[^/]+/, url)
  const page = await (await browser.newContext({ colorScheme: 'dark' })).newPage()
  await page.goto(link)
  const entry = await page.locator('a[href*="/e/"]').first().getAttribute('href')
  const small = { width: 320, height: 640 }
  for (const path of ['', '/plots', '/state', '/map', '/changes', '/editions']) {
    const answer = await page.goto(link + path)
    if (path === '/map' && answer?.status() === 404) continue
    expect(answer?.status(), path).toBe(200)
    await expectAccessible(page, [small])
  }
  await page.goto(new URL(entry ?? '', link).href)
  await expectAccessible(page, [small])
  // A demand opens in place.
  await page.goto(`${link}#demand-1`)
  await page.locator('details.asked-demand, .asked details').first().locator('summary').click()
  await expectAccessible(page, [small])

  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' })
  const colours = await page.evaluate(() =>
    [...document.querySelectorAll('.drawing .drawing-name')].map(
      (name) => getComputedStyle(name).color,
    ),
  )
  expect(new Set(colours).size).toBe(1)
  await expectAccessible(page, [small])
})
