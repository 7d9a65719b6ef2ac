import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/installation'

// What a screen reader says depends on how many days went by.
test.use({ now: '2026-11-27T20:00Z' })

const file = join(import.meta.dirname, 'spoken.txt')
/** The screen reader's own module for browsers, read from its package since a page can load no module from the disk. */
const screenReader = readFileSync(
  join(
    createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader'),
    '../../esm/index.browser.js',
  ),
  'utf8',
)

/** Everything that a screen reader says of an element, from its beginning to its end. */
async function spoken(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    async ({ code, selector }) => {
      const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
      type Reader = typeof import('@guidepup/virtual-screen-reader')
      const { virtual } = (await import(address)) as Reader
      const container = document.querySelector(selector)
      if (!container) return [`There is no ${selector}.`]
      await virtual.start({ container })
      const first = await virtual.lastSpokenPhrase()
      for (let step = 0; step < 2000; step += 1) {
        await virtual.next()
        if ((await virtual.lastSpokenPhrase()) === first) break
      }
      const phrases = await virtual.spokenPhraseLog()
      await virtual.stop()
      return phrases.slice(0, -1)
    },
    { code: screenReader, selector },
  )
}

test('a screen reader tells the head, the drawing and two entries as a story', async ({
  browser,
  installation: { url, cli },
}) => {
  const account = ['--email', `${randomUUID()}@example.org`, '--name', 'First Owner']
  const workspace = `Coalition ${randomUUID()}`
  await cli(
    'setup',
    ...account,
    '--password',
    'teapot under seven umbrellas',
    '--workspace',
    workspace,
    '--sample',
  )
  const [campaign] = (await cli('campaign', 'list', '--workspace', workspace)) as { slug: string }[]
  const made = (await cli(
    'share',
    'create',
    '--workspace',
    workspace,
    '--campaign',
    campaign?.slug ?? '',
    '--label',
    'to be heard',
  )) as { url: string }

  // The page has no script of ours, and its policy lets none in.
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.goto(made.url.replace(/^https?:\/\/[^/]+/, url))
  const parts: [string, string][] = [
    ['The head', 'header'],
    ['The drawing', 'main svg'],
    ['The first entry', 'main article'],
    ['The entry of the rally', 'main article:last-of-type'],
  ]
  const said: string[] = []
  for (const [name, selector] of parts)
    said.push(`# ${name}`, ...(await spoken(page, selector)), '')
  const text = said
    .join('\n')
    .replaceAll(/\b\d{1,2} \w{3} 20\d\d, \d{1,2}:\d\d\b/gu, 'a moment')
    // The database dates what it writes by its own clock, which no test sets.
    .replace(/(?<=\nUpdated\ntime\n).+/, 'a day')
  // To renew it: SPOKEN=write npx playwright test spoken
  if (process.env.SPOKEN === 'write') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
  await context.close()
})
