import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const CITER = { email: 'citer@example.org', password: 'seven kettles by the sea' }
const CAMPAIGN = '/campaigns/amazon-cut-the-ties'
const RALLY = 'Rally at the Amazon Spheres'
const TEXT = 'Organizers celebrated. Some left at noon.\n\nLater the organizers celebrated again.'

test('words of a source’s text become a citation of an entry', async ({
  installation,
  page,
  browser,
}) => {
  const words = ['--email', CITER.email, '--name', 'Citer', '--password', CITER.password]
  await installation.cli('setup', ...words, '--workspace', 'Who cite', '--sample')
  await signIn(page, installation.url, CITER)
  await page.goto(`${installation.url}${CAMPAIGN}/sources/new`)
  await fill(page, { Title: 'What they did', 'Captured text': TEXT })
  await page.getByRole('button', { name: 'Add the source', exact: true }).last().click()
  await page.waitForURL(/sources\/[0-9a-f-]{36}$/)
  const home = page.url()
  const text = page.getByRole('region', { name: 'The text, word for word' })
  const cite = () => page.getByRole('button', { name: 'Cite', exact: true }).last().click()

  await test.step('marked by mouse or thumb, at the place where they were marked', async () => {
    await mark(page, 'celebrated', 2)
    await page.getByRole('button', { name: 'Cite these words' }).click()
    await expect(page.getByLabel('The words')).toHaveValue('celebrated')
    await expect(page.getByLabel('Entry these words support')).toBeFocused()
    await fill(page, { 'Entry these words support': RALLY })
    await cite()
    await page.waitForURL(/\?passage=/)
    await expect(text.locator('mark')).toHaveText('celebrated')
    await expect(text.locator('mark')).toHaveAttribute('aria-current', 'true')
    expect(
      await text.evaluate((box) => box.querySelector('mark')?.previousSibling?.textContent),
    ).toMatch(/Later the organizers $/)
    await expect(page.getByText(`Supports the entry ${RALLY}`)).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('marked by keyboard', async () => {
    await page.getByText('Mark them by keyboard').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('The text: hold Shift and press the arrow keys')).toHaveValue(TEXT)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+Home')
    await page.keyboard.down('Shift')
    for (const _letter of 'Organizers') await page.keyboard.press('ArrowRight')
    await page.keyboard.up('Shift')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('The words')).toHaveValue('Organizers')
    await page.keyboard.type('amazon spheres')
    await expect(page.getByRole('option').first()).toContainText(RALLY)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(text.locator('mark')).toHaveText(['Organizers', 'celebrated'])
  })

  await test.step('copied into the form before script', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    })
    const plain = await context.newPage()
    await plain.goto(home)
    await plain.getByLabel('The words').fill('Some left at one')
    await plain.getByLabel('Entry these words support').fill(RALLY)
    await plain.getByRole('button', { name: 'Cite', exact: true }).last().click()
    await expect(plain.getByRole('link', { name: /^These words are not in/ })).toBeVisible()
    await expect(plain.getByLabel('Entry these words support')).toHaveValue(RALLY)
    await plain.getByLabel('The words').fill('Some left at noon')
    await plain.getByRole('button', { name: 'Cite', exact: true }).last().click()
    await expect(plain.locator('mark', { hasText: 'Some left at noon' })).toBeVisible()
    await context.close()
  })
})

/** Marks the place of some words in the text, as a mouse or a thumb does. */
async function mark(page: Page, words: string, nth: number): Promise<void> {
  await page.getByRole('region', { name: 'The text, word for word' }).evaluate(
    (box, { words, nth }) => {
      const node = box.firstElementChild?.firstChild
      if (!(node instanceof Text)) throw new Error('The text is not in one piece.')
      let at = -1
      for (let found = 0; found < nth; found += 1) at = node.data.indexOf(words, at + 1)
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + words.length)
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
    },
    { words, nth },
  )
}
