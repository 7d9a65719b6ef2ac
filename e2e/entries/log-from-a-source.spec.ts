import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const LOGGER = { email: 'from-a-source@example.org', password: 'seven kettles by the sea' }
const CAMPAIGN = '/campaigns/amazon-cut-the-ties'
const TEXT = [
  'Drivers picket the north gate.',
  'On 3 March 2026 drivers stood at the gate of the Harbor Depot.',
  '“We want our work back,” said Ana Ruiz, a driver.',
  'They asked that the depot end its contract with StaffQuick.',
  'On Friday the depot ended it.',
].join('\n\n')

test('entries are logged beside the text of their source', async ({ installation, page }) => {
  const words = ['--email', LOGGER.email, '--name', 'Logger', '--password', LOGGER.password]
  await installation.cli('setup', ...words, '--workspace', 'From sources', '--sample')
  await signIn(page, installation.url, LOGGER)
  await page.goto(`${installation.url}${CAMPAIGN}/sources/new`)
  await fill(page, { Title: 'News of the gate', 'Captured text': TEXT })
  await page.getByRole('button', { name: 'Add the source', exact: true }).last().click()
  await page.getByRole('link', { name: 'Log an entry from this source' }).click()
  const text = page.getByRole('textbox', { name: 'The text of News of the gate' })

  await test.step('marked words become what a key says', async () => {
    await fill(page, { 'What it is': 'Picket' })
    await page.getByLabel('Title').focus()
    await mark(text, 'Drivers picket the north gate')
    await expect(page.getByRole('toolbar', { name: 'Marked words' })).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Title').focus()
    await mark(text, 'Drivers picket the north gate')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Title')).toHaveValue('Drivers picket the north gate')
    await expect(page.getByLabel('Title')).toBeFocused()

    await mark(text, '3 March 2026')
    await page.keyboard.press('d')
    await expect(field(page, 'date')).toHaveValue('3 March 2026')
    await expect(field(page, 'dateClaims.0.value')).toBeFocused()
    await expect(field(page, 'dateClaims.0.exact')).toHaveValue('3 March 2026')

    await mark(text, '“We want our work back,”')
    await page.keyboard.press('q')
    await expect(field(page, 'appearances.0.name')).toBeFocused()
    await expect(field(page, 'appearances.0.quotes.0.text')).toHaveValue('We want our work back,')
    await field(page, 'appearances.0.name').fill('Ana Ruiz')
    await page.keyboard.press('Escape')

    await mark(text, 'end its contract with StaffQuick')
    await page.keyboard.press('m')
    await expect(field(page, 'demands.0.wording')).toHaveValue('end its contract with StaffQuick')
    await page.getByLabel('Who must do it', { exact: true }).fill('Harbor Freight Lines')
    await page.keyboard.press('Escape')
    await mark(text, 'drivers stood at the gate')
    await page.keyboard.press('c')
    await expect(field(page, 'citations.0.exact')).toHaveValue('drivers stood at the gate')
    await expect(field(page, 'citations.0.exact')).toBeFocused()
  })

  await test.step('marked words become what a press says', async () => {
    await mark(text, 'a driver')
    await page.getByRole('button', { name: /^Quote/ }).click()
    await expect(field(page, 'appearances.0.quotes.1.text')).toHaveValue('a driver')
    await page.getByRole('button', { name: 'Remove quote 2' }).click()
  })

  await test.step('F6 goes to the text and back, and nothing is typed into it', async () => {
    await page.getByLabel('Title').focus()
    await page.keyboard.press('F6')
    await expect(text).toBeFocused()
    await page.keyboard.type('xyz')
    await page.keyboard.press('Backspace')
    await expect(text).toHaveText(TEXT)
    await page.keyboard.press('F6')
    await expect(page.getByLabel('Title')).toBeFocused()
  })

  await test.step('a further entry begins with the source, the day and the place', async () => {
    await fill(page, { Where: 'Harbor Depot' })
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.locator(':focus')).toContainText('Published.')
    await page.getByRole('link', { name: 'Log another from this source' }).click()
    await expect(field(page, 'citations.0.title')).toHaveValue('News of the gate')
    await expect(page.getByLabel('When', { exact: true })).toHaveValue('Tue 3 Mar 2026')
    await expect(page.getByLabel('Where', { exact: true })).toHaveValue('Harbor Depot')
    await expect(page.getByLabel('Title')).toHaveValue('')
    await expect(text).toBeVisible()
  })

  await test.step('on a phone the text is behind a summary', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(text).toBeHidden()
    await page.getByText('Text of the source').click()
    await expect(text).toBeVisible()
    await mark(text, 'Friday')
    await page.getByRole('button', { name: /^Date/ }).click()
    await expect(field(page, 'dateClaims.0.value')).toHaveValue('Friday')
  })
})

function field(page: Page, name: string): Locator {
  return page.locator(`[name="${name}"]`)
}

/** Marks the first place of some words in the text, as a mouse or a thumb does. */
async function mark(text: Locator, words: string): Promise<void> {
  await text.evaluate((box: HTMLElement, words) => {
    const node = box.firstChild
    if (!(node instanceof Text)) throw new Error('The text is not in one piece.')
    const at = node.data.indexOf(words)
    if (at < 0) throw new Error(`The text has no “${words}”.`)
    box.focus()
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + words.length)
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
  }, words)
}
