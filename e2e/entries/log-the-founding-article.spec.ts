import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../support/accessibility'
import { countEffort } from '../support/effort'
import { demands, source, speakers } from '../support/facts'
import { heightOf } from '../support/form'
import { expect, test } from '../support/installation'
import { newCampaign } from '../support/new-campaign'

/** The report that the founding record rests on; it lies beside the project, which does not need it. */
const file = join(import.meta.dirname, '..', '..', '..', 'shared', 'seed-article.txt')

// A clone by itself has no article; inventing one would measure our own writing.
test.skip(!existsSync(file), 'The founding article is not beside the project.')

test('log the whole founding article at a desk', async ({
  emptyInstallation: installation,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const campaign = `${installation.url}${await newCampaign(installation, page)}`

  const effort = await countEffort(page)
  await page.getByRole('link', { name: 'Log an entry' }).first().click()
  await page.getByRole('link', { name: 'From an article' }).click()
  await page.getByLabel('Article').click()
  await page.keyboard.insertText(readFileSync(file, 'utf8'))
  const empty = await heightOf(page)
  await page.getByText('Published, publisher, web address').click()
  await page.getByLabel('Published', { exact: true }).click()
  await page.keyboard.type('13 Feb 2026')
  await page.getByLabel('Publisher').click()
  await page.keyboard.type(source.publisher)
  await page.getByRole('button', { name: 'Find entries' }).last().click()
  await page.waitForURL(/\/capture$/)
  await expect(page.getByText('Proposes 5 entries.')).toBeVisible()
  const filled = await heightOf(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Publish all 5/ }).click()
  await expect(page.getByText('Proposes 5 entries; 5 logged.')).toBeVisible()
  console.table([
    { what: 'The founding article', ...effort, 'empty px': empty, 'filled px': filled },
  ])

  await page.goto(`${campaign}/story`)
  const rally = page.getByRole('link', { name: /Spheres/ }).first()
  await rally.click()
  const entry = page.getByRole('article')
  for (const { words: said } of speakers) await expect(entry.getByText(said)).toBeVisible()
  await page.goto(`${campaign}/demands`)
  for (const { counterparties } of demands)
    await expect(page.getByText(new RegExp(named(counterparties))).first()).toBeVisible()

  expect(effort.clicks).toBeLessThanOrEqual(15)
  expect(effort.keys).toBeLessThanOrEqual(1000)
  expect(effort.loads).toBeLessThanOrEqual(8)
})

// The article writes these names out where it says what was demanded.
function named(name: string): string {
  const whole = { ICE: 'Immigration and Customs', CBP: 'Customs and Border' }[name]
  return whole ? `${name}|${whole}` : name
}
