import type { Locator } from '@playwright/test'
import { demands, source, speakers } from '../support/facts'
import { heightOf } from '../support/form'
import { expect, test } from '../support/installation'
import { newCampaign } from '../support/new-campaign'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('log the rally of the founding record on a phone', async ({
  emptyInstallation: installation,
  page,
}) => {
  const campaign = await newCampaign(installation, page)
  await page.goto(`${installation.url}${campaign}/entries/new`)

  let taps = 0
  const tap = async (target: Locator) => {
    taps += 1
    await target.tap()
  }
  // What a phone does for a select: one tap opens it, one chooses.
  const choose = async (name: string, label: string) => {
    taps += 2
    const select = page.locator(`select[name="${name}"]`)
    await select.focus()
    await select.selectOption({ label })
  }
  // A list of suggestions that is still open keeps the rest from assistive technology, not from a tap.
  const button = (name: string) =>
    page.getByRole('button', { name, exact: true, includeHidden: true })
  const type = (text: string) => page.keyboard.type(text)
  const at = (name: string) => expect(page.locator(`[name="${name}"]`)).toBeFocused()
  // The key of the phone's keyboard that says Next; the first press of it may close a list.
  const next = async (name: string) => {
    await expect(async () => {
      await page.keyboard.press('Enter')
      await expect(page.locator(`[name="${name}"]`)).toBeFocused({ timeout: 1_000 })
    }).toPass()
  }

  const kind = page.getByRole('combobox', { name: 'What it is' })
  await expect(kind).toHaveAttribute('aria-expanded', 'false')
  const empty = await heightOf(page)
  await tap(kind)
  await type('rally')
  await page.keyboard.press('Enter')
  await expect(kind).toHaveValue('Rally')
  await next('title')
  await type('Rally at the Amazon Spheres')
  await next('date')
  await type('13 Feb 2026')
  await next('place')
  await type('Amazon Spheres, seatt')
  await tap(page.getByRole('option', { name: /Seattle/ }).first())
  await next('participants')
  await type('Amazon workers and local advocacy groups')

  await tap(button('Add an organization'))
  await at('organizations.0.name')
  await type('Amazon')
  await choose('organizations.0.part', 'Aimed at')

  for (const [index, { name, description, words: said }] of speakers.entries()) {
    const row = `appearances.${index}`
    await tap(button('Add a person'))
    await at(`${row}.name`)
    await type(name)
    await next(`${row}.description`)
    await type(description)
    await next(`${row}.affiliation`)
    await next(`${row}.consentReason`)
    await type('Spoke on the record to press')
    await next(`${row}.quotes.0.text`)
    await type(said)
    await choose(`${row}.consent`, 'Named')
  }
  for (const [index, { wording, targets, counterparties }] of demands.entries()) {
    await tap(button('Add a demand'))
    await at(`demands.${index}.wording`)
    await type(wording)
    await next(`demands.${index}.targets`)
    await type(targets)
    await next(`demands.${index}.counterparties`)
    await type(counterparties)
  }
  await next('citations.0.title')
  await type(source.title)
  await tap(button('Publish'))

  await expect(page.locator(':focus')).toContainText('Published.')
  const card = page.getByRole('article')
  for (const { words: said } of speakers) await expect(card.getByText(said)).toBeVisible()
  for (const { wording } of demands) await expect(card.getByText(wording)).toBeVisible()
  console.log(`The rally was logged with ${taps} taps; the empty form is ${empty} px high.`)
  expect(taps).toBeLessThanOrEqual(25)
  expect(empty).toBeLessThanOrEqual(2 * 844)
})
