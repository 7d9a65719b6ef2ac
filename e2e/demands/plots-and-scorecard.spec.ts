import { expectAccessible } from '../support/accessibility'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'

const EMAIL = 'counter@example.org'
const PASSWORD = 'nine copper kettles whistle'

test('reads plots and a scorecard, as of a day and as files', async ({ installation, page }) => {
  const words = ['--email', EMAIL, '--name', 'A counter', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Counters', '--sample')
  await page.goto(`${installation.url}/sign-in`)
  await fill(page, { 'E-mail address': EMAIL, Password: PASSWORD })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Amazon, cut the ties' }).first().click()

  await test.step('plots say what is silent, and count no unknown crowd as 0', async () => {
    const campaign = page.getByRole('navigation', { name: 'Campaign', exact: true })
    await campaign.getByRole('link', { name: 'Timeline' }).click()
    const views = page.getByRole('navigation', { name: 'Views of the timeline' })
    await views.getByRole('link', { name: 'Plots' }).click()
    await expect(page.getByRole('heading', { name: 'Standings over time' })).toBeVisible()
    const responses = page.getByRole('region', { name: 'Days to a response', exact: true })
    await responses.getByText('As a table').click()
    const ring = responses.getByRole('row').filter({ hasText: 'Ring' })
    await expect(ring.getByRole('cell', { name: 'by the same day' })).toBeVisible()
    await expect(responses.getByRole('cell', { name: /^at least [\d,]+ days$/ })).toHaveCount(4)
    const crowds = page.getByRole('region', { name: 'Crowd sizes', exact: true })
    await crowds.getByText('As a table').click()
    await expect(crowds.getByRole('cell', { name: 'not known' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('a filter narrows the demands, and silences nobody', async () => {
    await page.goto(`${installation.url}/campaigns/amazon-cut-the-ties/plots?lane=action&demand=4`)
    const responses = page.getByRole('region', { name: 'Days to a response', exact: true })
    await responses.getByText('As a table').click()
    await expect(responses.getByRole('row')).toHaveCount(3)
    await expect(responses.getByText('by the same day').last()).toBeVisible()
  })

  await test.step('each plot is a file', async () => {
    const file = (name: string) =>
      page.request.get(`${installation.url}/campaigns/amazon-cut-the-ties/plots/${name}`)
    const svg = await file('standings.svg')
    expect(svg.headers()['content-type']).toContain('image/svg+xml')
    expect(await svg.text()).toContain('Open 4')
    const png = await file('responses.png')
    expect((await png.body()).subarray(1, 4).toString()).toBe('PNG')
    const csv = await file('entries.csv')
    expect(await csv.text()).toMatch(/^month,lane,entries\r\n2025-11,response,1\r\n/)
    expect((await file('crowds.svg')).status()).toBe(404)
  })

  await test.step('a scorecard counts with its denominators, and opens what it counts', async () => {
    await page.goto(`${installation.url}/campaigns/amazon-cut-the-ties/organizations`)
    await page.getByRole('link', { name: 'Amazon', exact: true }).first().click()
    await page.getByRole('link', { name: 'Scorecard' }).click()
    await expect(page.getByRole('heading', { name: 'Amazon', level: 1 })).toBeVisible()
    await expect(page.getByText('According to Ahmed Shahour.')).toBeVisible()
    await page.getByRole('link', { name: /^Answered: 1 of 5/ }).click()
    const counted = page.getByRole('region', { name: 'Answered: 1 of 5' })
    await expect(counted.getByRole('listitem')).toHaveCount(1)
    await expect(counted.getByText('Ring', { exact: true })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('as of a day before, and of Amazon alone', async () => {
    await fill(page, { 'As of': '2026-02-01' })
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page.getByText('0 of 0').first()).toBeVisible()
    await fill(page, { 'As of': '2026-03-01', 'What counts': 'Amazon alone' })
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page.getByText('0 of 2').first()).toBeVisible()
    const csv = page.getByRole('link', { name: 'Numbers as CSV' })
    await expect(csv).toHaveAttribute('href', /asOf=2026-03-01/)
  })
})
