import type { Page } from '@playwright/test'
import { demands, source, speakers } from '../support/facts'
import { heightOf } from '../support/form'
import { expect, test } from '../support/installation'
import { newCampaign } from '../support/new-campaign'

/** Presses keys as a person would, and counts those that are not the entry's own text. */
class Keyboard {
  presses = 0

  constructor(private readonly page: Page) {}

  /** Text that belongs to the record: it must be typed wherever it is kept. */
  async text(words: string): Promise<void> {
    await this.page.keyboard.type(words)
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.presses += 1
      await this.page.keyboard.press(key)
    }
  }

  /** Letters that choose something: the first ones of a kind, of a name that is known. */
  async letters(words: string): Promise<void> {
    this.presses += words.length
    await this.page.keyboard.type(words)
  }

  /** Presses Tab until the focus is on the field or the button of this name. */
  async tabTo(name: string): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if ((await this.focused()) === name) return
      await this.press('Tab')
    }
    throw new Error(`Tab does not reach ${name}; it is at ${await this.focused()}.`)
  }

  /** Types into a field that finds what is known, and picks the first of what it offers. */
  async pick(letters: string, wanted: string): Promise<void> {
    await this.letters(letters)
    await expect(this.page.getByRole('option').first()).toContainText(wanted)
    await this.press('ArrowDown', 'Tab')
  }

  private focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement
      if (element instanceof HTMLButtonElement || element?.tagName === 'SUMMARY')
        return (element as HTMLElement).innerText.trim().replaceAll(/\s+/g, ' ')
      return element instanceof HTMLElement ? (element.getAttribute('name') ?? '') : ''
    })
  }
}

test('log the rally of the founding record by keyboard alone', async ({
  emptyInstallation: installation,
  page,
}) => {
  const campaign = await newCampaign(installation, page)
  await page.goto(`${installation.url}${campaign}/story`)
  await expect(page.getByText('No entries yet')).toBeVisible()

  await page.setViewportSize({ width: 1440, height: 900 })
  let loads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads += 1
  })
  const keys = new Keyboard(page)
  const began = Date.now()

  await test.step('what it is, when and where', async () => {
    await keys.press('n')
    await expect(page.getByLabel('What it is')).toBeFocused()
    expect(await heightOf(page)).toBeLessThanOrEqual(1600)
    await keys.letters('rally')
    await keys.tabTo('title')
    await keys.text('Rally at the Amazon Spheres')
    await keys.tabTo('date')
    await keys.text('13 Feb 2026')
    await expect(page.getByText('Understood: Fri 13 Feb 2026')).toBeVisible()
    await keys.tabTo('place')
    await keys.text('Amazon Spheres, ')
    await keys.pick('seatt', 'Seattle')
    await keys.tabTo('participants')
    await keys.text('Amazon workers and local advocacy groups')
  })

  await test.step('at whom it was aimed', async () => {
    await keys.tabTo('Add an organization')
    await keys.press('Enter')
    await keys.text('Amazon')
    await keys.tabTo('organizations.0.part')
    await keys.letters('aimed')
  })

  for (const [index, { name, description, words }] of speakers.entries()) {
    await test.step(`${name} and the words spoken`, async () => {
      const row = `appearances.${index}`
      await keys.tabTo('Add a person')
      await keys.press('Enter')
      await keys.text(name)
      await keys.tabTo(`${row}.description`)
      await keys.text(description)
      await keys.tabTo(`${row}.consent`)
      await keys.letters('named')
      await keys.tabTo(`${row}.consentReason`)
      await keys.text('Spoke on the record to press')
      await keys.tabTo(`${row}.quotes.0.text`)
      await keys.text(words)
    })
  }

  for (const [index, demand] of demands.entries()) {
    await test.step(`the demand: ${demand.wording}`, async () => {
      await keys.tabTo('Add a demand')
      await keys.press('Enter')
      await keys.text(demand.wording)
      await keys.tabTo(`demands.${index}.targets`)
      await keys.text(demand.targets)
      await keys.tabTo(`demands.${index}.counterparties`)
      await keys.text(demand.counterparties)
    })
  }

  await test.step('the source, and what it says of the date', async () => {
    await keys.tabTo('citations.0.title')
    await keys.text(source.title)
    await keys.tabTo('Its address, publisher and passage')
    await keys.press('Enter')
    await keys.tabTo('citations.0.publisher')
    await keys.text(source.publisher)
    await keys.tabTo('Conflicting accounts none')
    await keys.press('Enter')
    for (const [index, claim] of [
      { value: '13 Feb 2026', saidBy: 'the caption of the picture', exact: 'on Feb. 13, 2026' },
      { value: '12 Feb 2026', saidBy: 'the text, which says Thursday', exact: 'on Thursday' },
    ].entries()) {
      await keys.tabTo('Add what a source says of the date')
      await keys.press('Enter')
      await keys.text(claim.value)
      await keys.tabTo(`dateClaims.${index}.saidBy`)
      await keys.text(claim.saidBy)
      await keys.tabTo(`dateClaims.${index}.exact`)
      await keys.text(claim.exact)
    }
    await keys.tabTo('dateReason')
    await keys.text('The campaign itself uses 13 February')
  })

  const height = await heightOf(page)
  await test.step('save it', async () => {
    await keys.press('ControlOrMeta+Enter')
    await expect(page.getByRole('link', { name: 'Edit', exact: true })).toBeVisible()
  })
  const seconds = (Date.now() - began) / 1000

  const card = page.getByRole('article')
  for (const { words, name } of speakers) {
    await expect(card.getByText(words)).toBeVisible()
    await expect(card.getByText(name).first()).toBeVisible()
  }
  for (const { wording } of demands) await expect(card.getByText(wording)).toBeVisible()
  await expect(card.getByText('sources differ', { exact: true })).toBeVisible()
  await expect(card.getByText('Thu 12 Feb 2026')).toBeVisible()
  await expect(card.getByText('Amazon Spheres, Seattle').first()).toBeVisible()

  console.log(
    `The rally was logged with ${keys.presses} keys beside its own text, 0 clicks, ${loads} page loads, in ${seconds.toFixed(1)} s; the filled form is ${height} px high.`,
  )
  expect(height).toBeLessThanOrEqual(4000)
  expect(keys.presses).toBeLessThan(400)
  expect(loads).toBe(0)
})
