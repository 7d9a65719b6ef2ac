import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { fill, fillRow } from '../support/form'
import { expect, test } from '../support/installation'
import { ownerAndEditor } from '../support/owner-and-editor'

const OWNER = {
  name: 'Plans Ahead',
  email: 'plans@example.org',
  password: 'teapot under seven umbrellas',
}
const EDITOR = {
  name: 'Holds The Line',
  email: 'marshal@example.org',
  password: 'four quiet lanterns drifting',
}
const PLANS = '/campaigns/amazon-cut-the-ties/plans'

test.use({ now: '2026-11-27T20:00Z' })

let owner: Page
let editor: Page
let url: string

test.beforeAll(async ({ browser, installation }) => {
  url = installation.url
  const people = { owner: OWNER, editor: EDITOR }
  ;({ owner, editor } = await ownerAndEditor(browser, installation, {
    workspace: 'Plans',
    ...people,
  }))
  for (const page of [owner, editor]) await page.setViewportSize({ width: 390, height: 844 })
})

test.afterAll(async () => {
  await owner.context().close()
  await editor.context().close()
})

test('an action is planned on a phone, handed out, moved, and logged once it happened', async () => {
  await owner.goto(`${url}${PLANS}`)
  await owner.getByRole('link', { name: 'Plan an action' }).click()
  await owner.getByLabel('Title').fill('March on city hall')
  await owner.getByLabel('When').fill('4 Dec 2026 6 pm')
  await owner.getByLabel('Where', { exact: true }).fill('Westlake Park')
  await owner.getByLabel('Helpers meet at').fill('5 pm')
  await owner.getByLabel('Organized by').fill('A Coalition')
  await owner.getByLabel(/^1\. /).check()
  await expectAccessible(owner)
  await owner.getByRole('button', { name: 'Save the plan' }).click()
  await owner.waitForURL(/\/plans\/[0-9a-f-]{36}$/)
  const plan = owner.url()
  const main = owner.getByRole('main')
  await expect(main).toContainText('Fri 4 Dec 2026, 18:00')

  const roles = owner.getByRole('region', { name: 'Roles on the day' })
  await roles.getByText('Add a role').click()
  await roles.getByLabel('More about the role').fill('north gate')
  await roles.getByLabel('Member').selectOption({ label: EDITOR.name })
  await roles.getByRole('button', { name: 'Add role' }).click()
  await expect(roles.getByText('Marshal (north gate): Holds The Line')).toBeVisible()
  const checklist = owner.getByRole('region', { name: 'Checklist' })
  await checklist.getByText('Add to the checklist').click()
  await checklist.getByLabel('What needs to be done').fill('Bring the megaphone')
  await checklist.getByLabel('Member').selectOption({ label: EDITOR.name })
  await checklist.getByLabel('By', { exact: true }).fill('3 Dec 2026')
  await checklist.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(checklist.getByText(/Holds The Line, by Thu 3 Dec 2026/)).toBeVisible()
  await expectAccessible(owner)

  await main.getByText('Move it', { exact: true }).click()
  await main.getByLabel('New day and time').fill('5 Dec 2026 2 pm')
  await main.getByLabel('Reason for moving it').fill('The permit')
  await main.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(main).toContainText('Moved from Fri 4 Dec 2026, 18:00, Westlake Park: The permit')

  await editor.goto(`${url}/campaigns`)
  const waiting = editor.getByRole('region', { name: 'Waiting for me' })
  await expect(waiting).toContainText('On the day: Marshal (north gate): March on city hall')
  await expect(waiting).toContainText('On Sat 5 Dec 2026')
  await editor.goto(`${url}/notifications`)
  await expect(editor.getByRole('main')).toContainText('Plans Ahead changed a plan you are part of')
  await editor.goto(plan)
  const theirs = editor.getByRole('region', { name: 'Checklist' })
  await theirs.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(theirs).toContainText('ticked by Holds The Line')

  await owner.goto(plan)
  await owner.getByRole('link', { name: 'It happened' }).click()
  await expect(owner.locator('[name="title"]')).toHaveValue('March on city hall')
  await expect(owner.getByLabel('When', { exact: true })).toHaveValue('Sat 5 Dec 2026, 14:00')
  const publish = owner.getByRole('button', { name: 'Publish', exact: true }).last()
  await publish.click()
  await expect(main).toContainText('This day is still to come.')
  await owner.getByLabel('When', { exact: true }).fill('27 Nov 2026 10 am')
  await publish.click()
  await owner.waitForURL(/\/entries\/[0-9a-f-]{36}/)
  await main.getByRole('link', { name: 'March on city hall' }).click()
  await owner.waitForURL(plan)
  await expect(main).toContainText('It happened')
  await expectAccessible(owner)
  await owner.goto(`${url}${PLANS}`)
  const ended = owner.getByRole('region', { name: 'Happened or called off' })
  await expect(ended).toContainText('Happened')
})

test('an action that was announced becomes a plan with what its entry says', async () => {
  await owner.goto(`${url}/campaigns/amazon-cut-the-ties/entries/new`)
  await fill(owner, {
    'What it is': 'Rally',
    Title: 'Rally at the next shareholders’ meeting',
    When: '28 May 2027 9 am',
    Where: 'Seattle',
  })
  await fillRow(owner, {
    ...{ group: 'Demands', row: 'Demand 1', add: 'Add a demand' },
    fields: { Demand: 'AWS ends its contracts with CBP.' },
  })
  await owner.getByRole('button', { name: 'Publish', exact: true }).last().click()
  await owner.waitForURL(/\/entries\/[0-9a-f-]{36}/)

  const main = owner.getByRole('main')
  await main.getByText('More', { exact: true }).click()
  await main.getByRole('link', { name: 'Plan this action' }).click()
  await owner.waitForURL(/\/plans\/new\?entry=/)
  await expect(owner.getByLabel('Title')).toHaveValue('Rally at the next shareholders’ meeting')
  await expect(owner.getByLabel('When')).toHaveValue('Fri 28 May 2027, 09:00')
  await expect(owner.getByLabel('Where', { exact: true })).toHaveValue('Seattle')
  await expect(owner.getByLabel(/^2\. /)).toBeChecked()
  await expectAccessible(owner)
  await owner.getByRole('button', { name: 'Save the plan' }).click()
  await owner.waitForURL(/\/plans\/[0-9a-f-]{36}$/)
  await expect(main).toContainText('Fri 28 May 2027, 09:00')
  await expect(main).toContainText('2. AWS ends its contracts with CBP.')
  await owner.goto(`${url}${PLANS}`)
  await expect(main).toContainText('Rally at the next shareholders’ meeting')
})
