import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { demands, source, speakers } from '../support/facts'
import { fill, fillRow, openPart } from '../support/form'
import { expect } from '../support/installation'

/** With its doubts, demands and speakers. */
export async function logTheRally(page: Page): Promise<void> {
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
        'Described as': description,
        'In shares': 'Named',
        'Basis for consent': 'Spoke on the record to press',
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
      'Exact quote': 'on Feb. 13, 2026',
    },
  })
  await fillRow(page, {
    ...date,
    row: 'Claim 2',
    fields: {
      'The date it gives': '12 Feb 2026',
      'What says so': 'the text, which says Thursday',
      'Source of the claim': source.title,
      'Exact quote': 'on Thursday',
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
}

/** Of Ring, with its stance. */
export async function logTheAnswer(page: Page): Promise<void> {
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
}

/** That was not answered at once. */
export async function logTheInquiry(page: Page): Promise<void> {
  await startEntry(page, 'No reply')
  await fill(page, {
    Title: 'Amazon and AWS did not immediately respond to FOX 13',
    When: 'by 13 Feb 2026',
    'Who asked': 'FOX 13 Seattle',
    Channel: 'request for comment',
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
}

/** An account, and whose it is. */
export async function logTheFiring(page: Page): Promise<void> {
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
}

/** As context. */
export async function logTheAdvertisement(page: Page): Promise<void> {
  await startEntry(page, 'Announcement')
  await fill(page, {
    Title: 'Ring advertises a search party feature',
    When: 'before 13 Feb 2026',
    Channel: 'a Super Bowl advertisement',
  })
  await fillRow(page, {
    group: 'Organizations',
    row: 'Organization 1',
    add: 'Add an organization',
    fields: { Name: 'Ring', Role: 'By' },
  })
  await citeAndPublish(page)
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
