import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { demands, source, speakers } from './support/facts'
import { fill, fillRow, openPart } from './support/form'
import { expect, test } from './support/installation'

const PASSWORD = 'four quiet lanterns drifting'

test('from an empty machine to a shared link', async ({
  emptyInstallation: { url, setupLink },
  page,
  browser,
}) => {
  await test.step('set up the first owner with the one-time link', async () => {
    expect(setupLink).not.toBeNull()
    await page.goto(setupLink ?? '')
    await expectAccessible(page)
    await fill(page, {
      'Name of your group or coalition': 'Workers for change',
      'Your name': 'An organizer',
      'E-mail address': 'organizer@example.org',
      Password: 'short',
    })
    await page.getByRole('button', { name: 'Set up' }).click()
    await expect(page.getByText(/Fix .+ to continue/)).toBeVisible()
    await expect(page.getByLabel('Your name')).toHaveValue('An organizer')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Set up' }).click()
    await expect(page.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
    expect((await page.request.get(setupLink ?? '')).status()).toBe(404)
  })

  await test.step('sign out and in again', async () => {
    await page.getByText('An organizer').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expectAccessible(page)
    await fill(page, { 'E-mail address': 'organizer@example.org', Password: PASSWORD })
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('make the campaign', async () => {
    await page.getByRole('link', { name: 'New campaign' }).first().click()
    await expect(page.getByRole('heading', { name: 'New campaign' })).toBeVisible()
    await expectAccessible(page)
    await fill(page, {
      Title: 'Amazon, cut the ties',
      Summary:
        'Workers and advocates ask Amazon and AWS to end their work for immigration enforcement.',
      'Time zone': 'America/Los_Angeles',
    })
    await page.getByRole('button', { name: 'Create campaign' }).click()
    await expect(
      page.getByRole('heading', { name: 'Amazon, cut the ties', level: 1 }),
    ).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('say who the organizations are', async () => {
    await tab(page, 'Organizations')
    for (const [name, kind, parent, role] of [
      ['Amazon', 'Company', '', 'Target'],
      ['AWS', 'Division', 'Amazon', 'Target'],
      ['Ring', 'Division', 'Amazon', 'Secondary target'],
      ['ICE', 'Agency', '', 'Counterparty'],
      ['CBP', 'Agency', '', 'Counterparty'],
      ['Palantir', 'Vendor', '', 'Counterparty'],
      ['Flock', 'Vendor', '', 'Counterparty'],
      ['FOX 13 Seattle', 'Media', '', 'Press'],
    ] as const) {
      await fill(page, { Name: name, Kind: kind, 'Part of': parent, Role: role })
      await page.getByRole('button', { name: 'Add the organization' }).click()
      await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible()
    }
    await expectAccessible(page)
  })

  await test.step('keep the source with its text and pictures', async () => {
    await tab(page, 'Sources')
    await page.getByRole('link', { name: 'Add a source' }).first().click()
    await fill(page, {
      Title: source.title,
      Publisher: source.publisher,
      Published: '13 Feb 2026',
      Accessed: '14 Feb 2026',
      'Captured text': `${speakers.map(({ words, name }) => `"${words}," said ${name}.`).join('\n')}\nThe rally was on Thursday.`,
    })
    await fillRow(page, {
      group: 'Pictures in this source',
      row: 'Picture 1',
      add: 'Add a picture',
      fields: { Caption: source.caption, Credit: 'FOX 13 Seattle' },
    })
    await page.getByRole('button', { name: 'Add the source' }).click()
    await expect(page.getByRole('heading', { name: source.title })).toBeVisible()
    await expect(page.getByText('Feb. 13, 2026')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('log the rally with its doubts, demands and speakers', async () => {
    await startEntry(page, 'Rally')
    await expectAccessible(page)
    await fill(page, {
      Title: 'Rally at the Amazon Spheres',
      When: 'one of these days',
      Where: 'Amazon Spheres, Seattle',
    })
    await page.getByRole('button', { name: 'Publish', exact: true }).last().click()
    await expect(page.getByText(/Fix .+ to continue/)).toBeVisible()
    await expect(page.getByLabel('Where', { exact: true })).toHaveValue('Amazon Spheres, Seattle')

    await fill(page, {
      When: '13 Feb 2026',
      'Who took part': 'Amazon workers and local advocacy groups',
    })
    await expect(page.getByText('Understood: Fri 13 Feb 2026')).toBeVisible()
    await fillRow(page, {
      group: 'Organizations',
      row: 'Organization 1',
      add: 'Add an organization',
      fields: { Name: 'Amazon', Role: 'Aimed at' },
    })
    for (const [index, { name, description, words }] of speakers.entries()) {
      const person = await fillRow(page, {
        group: 'People',
        row: `Person ${index + 1}`,
        add: 'Add a person',
        fields: {
          Name: name,
          'Described that day as': description,
          'In shares': 'Named',
          'Why so': 'Spoke on the record to press',
        },
      })
      await fill(person.getByRole('group', { name: 'Quote 1' }), {
        'Verbatim words': words,
      })
    }
    for (const [index, { wording, targets, counterparties }] of demands.entries()) {
      await fillRow(page, {
        group: 'Demands',
        row: `Demand ${index + 1}`,
        add: 'Add a demand',
        fields: {
          Demand: wording,
          'Who must do it': targets,
          'Third party involved': counterparties,
        },
      })
    }
    await fillRow(page, {
      group: 'Sources',
      row: 'Source 1',
      add: 'Add a source',
      fields: { Source: source.title },
    })
    await openPart(page, 'Conflicting accounts')
    const date = {
      group: 'Where sources differ on the date',
      add: 'Add what a source says of the date',
    }
    await fillRow(page, {
      ...date,
      row: 'Claim 1',
      fields: {
        'The date it gives': '13 Feb 2026',
        'What says so': 'the caption of the picture',
        'Source of the claim': source.title,
        'Its words': 'on Feb. 13, 2026',
      },
    })
    await fillRow(page, {
      ...date,
      row: 'Claim 2',
      fields: {
        'The date it gives': '12 Feb 2026',
        'What says so': 'the text, which says Thursday',
        'Source of the claim': source.title,
        'Its words': 'on Thursday',
      },
    })
    await fill(page, {
      'Why the date above is the working one': 'The campaign itself uses 13 February',
    })
    await page.getByRole('button', { name: 'Publish', exact: true }).last().click()

    await expect(page.getByRole('heading', { name: 'Rally at the Amazon Spheres' })).toBeVisible()
    await expect(page.getByText('sources differ', { exact: true })).toBeVisible()
    const card = page.getByRole('article')
    await expect(card.getByText('Thu 12 Feb 2026')).toBeVisible()
    for (const { words } of speakers) await expect(card.getByText(words)).toBeVisible()
    for (const { wording } of demands) await expect(card.getByText(wording)).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('log the answer by Ring with its stance', async () => {
    await startEntry(page, 'Contract change')
    await fill(page, {
      Title: 'Ring cancels its partnership with Flock',
      When: 'by 13 Feb 2026',
      Change: 'Cancelled',
    })
    await fillRow(page, {
      group: 'Organizations',
      row: 'Organization 1',
      add: 'Add an organization',
      fields: { Name: 'Ring', Role: 'By' },
    })
    await fillRow(page, {
      group: 'Organizations',
      row: 'Organization 2',
      add: 'Add an organization',
      fields: { Name: 'Flock', Role: 'With or about' },
    })
    await fillRow(page, {
      group: 'Demands',
      row: 'Demand 1',
      add: 'Add a demand',
      fields: {
        Demand: 'Amazon cuts its partnership with Flock',
        'Who answers': 'Ring',
        'How the answer meets it': 'Meets it',
      },
    })
    await citeAndPublish(page)
    await expect(page.getByText('(meets it at Ring)')).toBeVisible()
    const said = page.locator(':focus')
    await expect(said).toContainText('Published.')
    await expect(said).toContainText('demand 4 at Ring is met.')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Not now' }).click()
    await expect(page.getByText('This proposes:')).toBeHidden()
  })

  await test.step('log the inquiry that was not answered at once', async () => {
    await startEntry(page, 'No reply')
    await fill(page, {
      Title: 'Amazon and AWS did not immediately respond to FOX 13',
      When: 'by 13 Feb 2026',
      'Who asked': 'FOX 13 Seattle',
      'Through what': 'request for comment',
    })
    for (const [index, name] of ['Amazon', 'AWS'].entries()) {
      await fillRow(page, {
        group: 'Who was asked',
        row: `Organization ${index + 1}`,
        add: 'Add who was asked',
        fields: { Name: name, Outcome: 'Did not immediately respond' },
      })
    }
    await citeAndPublish(page)
    await expect(page.getByText('AWS: did not immediately respond')).toBeVisible()
  })

  await test.step('log the account of a firing, according to whom', async () => {
    await startEntry(page, 'Retaliation')
    await openPart(page, 'Conflicting accounts')
    await fill(page, {
      Title: 'A firing after speaking out about Project Nimbus',
      When: 'about November 2025',
      'According to': 'Ahmed Shahour',
      Form: 'Firing',
    })
    await expect(page.getByText('Understood: about November 2025')).toBeVisible()
    await fillRow(page, {
      group: 'Organizations',
      row: 'Organization 1',
      add: 'Add an organization',
      fields: { Name: 'Amazon', Role: 'By' },
    })
    await citeAndPublish(page)
    await expect(page.getByText('According to Ahmed Shahour, a firing by Amazon.')).toBeVisible()
  })

  await test.step('log the advertisement as context', async () => {
    await startEntry(page, 'Announcement')
    await fill(page, {
      Title: 'Ring advertises a search party feature',
      When: 'before 13 Feb 2026',
      'Through what': 'a Super Bowl advertisement',
    })
    await fillRow(page, {
      group: 'Organizations',
      row: 'Organization 1',
      add: 'Add an organization',
      fields: { Name: 'Ring', Role: 'By' },
    })
    await citeAndPublish(page)
  })

  await test.step('confirm what the answer means for the demand', async () => {
    await tab(page, 'Demands')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Confirm' }).first().click()
    await expect(
      page
        .getByRole('row', { name: /Amazon cuts its partnership with Flock/ })
        .or(page.getByRole('listitem').filter({ hasText: 'Flock' }))
        .filter({ hasText: 'Met' })
        .first(),
    ).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('review the campaign as a timeline', async () => {
    await tab(page, 'Timeline')
    const titles = page.locator('[data-entry] h3')
    await expect(titles).toHaveCount(5)
    await expect(titles.last()).toHaveText('A firing after speaking out about Project Nimbus')
    await expect(page.getByText('sources differ on the date', { exact: true })).toBeVisible()
    await expect(page.getByText('about November 2025')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: /oldest first/i }).click()
    await expect(titles.first()).toHaveText('A firing after speaking out about Project Nimbus')
  })

  await test.step('edit an entry', async () => {
    await page.getByRole('link', { name: 'Rally at the Amazon Spheres', exact: true }).click()
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await expect(page.getByLabel('When', { exact: true })).toHaveValue('Fri 13 Feb 2026')
    await expectAccessible(page)
    await openPart(page, 'Summary')
    await fill(page, {
      'More about it':
        'Speakers asked Amazon to end its ties. The organizers say that they will go on.',
    })
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByText('The organizers say that they will go on.').first()).toBeVisible()
    for (const { words } of speakers)
      await expect(page.getByRole('article').getByText(words)).toBeVisible()
    await expect(page.getByText('Version 2')).toBeVisible()
  })

  const link = await test.step('make a read-only link', async () => {
    await tab(page, 'Shares')
    await expectAccessible(page)
    await page.getByRole('radio', { name: 'Press' }).check()
    await fill(page, { 'What you call it': 'for the newsroom' })
    await page.getByRole('button', { name: 'Create link' }).click()
    const address = page.getByLabel('Address of “for the newsroom”')
    await expect(address).toHaveValue(new RegExp(`^${url}/s/`))
    await expectAccessible(page)
    return address.inputValue()
  })

  await test.step('somebody without an account reads it, with scripting off', async () => {
    const reader = await browser.newContext({ javaScriptEnabled: false })
    const shared = await reader.newPage()
    await shared.goto(link)
    expect(await shared.content()).not.toContain('<script')
    await expect(shared.getByRole('heading', { name: 'Rally at the Amazon Spheres' })).toBeVisible()
    const demanded = shared.getByRole('region', { name: 'What is demanded' })
    for (const { wording } of demands) await expect(demanded.getByText(wording)).toBeVisible()
    for (const { words, name } of speakers) {
      await expect(shared.getByText(words)).toBeVisible()
      await expect(shared.getByText(name).first()).toBeVisible()
    }
    const timeline = shared.getByRole('region', { name: 'Timeline' })
    await expect(timeline.getByText('Fri 13 Feb 2026').first()).toBeVisible()
    await expect(timeline.getByText('Thu 12 Feb 2026').first()).toBeVisible()
    await reader.close()

    const scripted = await browser.newContext()
    const checked = await scripted.newPage()
    await checked.goto(link)
    await expectAccessible(checked)
    await scripted.close()
  })

  await test.step('end the link: it is gone', async () => {
    await page.getByRole('button', { name: 'Revoke “for the newsroom”' }).click()
    await expect(page.getByText('Revoked', { exact: true })).toBeVisible()
    const gone = await page.request.get(link)
    expect(gone.status()).toBe(404)
    expect(await gone.text()).not.toContain('Amazon')
    const never = await page.request.get(`${url}/s/${'0'.repeat(26)}`)
    expect(await gone.text()).toBe(await never.text())
  })

  await test.step('what does not exist says so', async () => {
    const response = await page.goto(`${url}/campaigns/no-such-campaign`)
    expect(response?.status()).toBe(404)
    await expectAccessible(page)
  })
})

async function tab(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Campaign' })
    .getByRole('link', { name, exact: true })
    .click()
  await expect(
    page.getByRole('navigation', { name: 'Campaign' }).getByRole('link', { name, exact: true }),
  ).toHaveAttribute('aria-current', 'page')
}

async function startEntry(page: Page, kind: string): Promise<void> {
  await page.getByRole('link', { name: 'Log an entry' }).first().click()
  await fill(page, { 'What it is': kind })
}

async function citeAndPublish(page: Page): Promise<void> {
  await fillRow(page, {
    group: 'Sources',
    row: 'Source 1',
    add: 'Add a source',
    fields: { Source: source.title },
  })
  await page.getByRole('button', { name: 'Publish', exact: true }).last().click()
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toBeVisible()
}
