import { expect, type Locator, type Page } from '@playwright/test'

type Scope = Page | Locator

/** After so many milliseconds it is looked again; how often is for the test's own time to end. */
const ONE_TRY = 5_000

/**
 * Fills fields by their labels. A value that is one of a select's labels is chosen, and one that a
 * field offers as one types is picked; other words are kept as they are.
 */
export async function fill(scope: Scope, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = scope.getByLabel(label, { exact: true })
    // A select may give way to a field that is searched, once the script is there.
    let kind = ''
    await expect(async () => {
      kind = await field.evaluate((element) => element.getAttribute('role') ?? element.tagName)
      if (kind === 'SELECT') await field.selectOption({ label: value }, { timeout: ONE_TRY })
      else await enter(field, value)
    }).toPass()
    if (kind === 'combobox') await pick(field, value)
  }
}

// A person is in a field before they type in it; a list that opens by typing waits for that.
async function enter(field: Locator, value: string): Promise<void> {
  await field.focus()
  await field.fill(value)
}

// The list is elsewhere in the document; it has come when it no longer says that it looks.
async function pick(field: Locator, value: string): Promise<void> {
  const page = field.page()
  const list = page.getByRole('listbox')
  await expect(list).toBeVisible()
  await expect(list).not.toContainText('Looking …')
  const offered = list.getByRole('option').filter({ has: page.getByText(value, { exact: true }) })
  // What is found may still be drawn anew under the pointer: then the list is read once more.
  await expect(async () => {
    if (!(await list.isVisible())) return
    await expect(list).not.toContainText('Looking …')
    if ((await offered.count()) > 0) await offered.first().click({ timeout: ONE_TRY })
    else await page.keyboard.press('Escape')
    await expect(list).toBeHidden({ timeout: ONE_TRY })
  }).toPass()
}

/** Adds a row with its button, or takes the first one that is there already, and fills it. */
export async function fillRow(
  scope: Scope,
  {
    group,
    row,
    add,
    fields,
  }: { group: string; row: string; add: string; fields: Record<string, string> },
): Promise<Locator> {
  const box = scope.getByRole('group', { name: group, exact: true })
  const target = box.getByRole('group', { name: row, exact: true })
  if ((await target.count()) === 0) await box.getByRole('button', { name: add }).click()
  await fill(target, fields)
  return target
}

/** Opens a part of the form of an entry by the name of its summary, unless it is open. */
export async function openPart(scope: Scope, name: string): Promise<void> {
  const part = scope.locator('details').filter({ has: scope.locator('summary', { hasText: name }) })
  const open = await part.first().evaluate((element) => element.hasAttribute('open'))
  if (!open) await part.first().locator('summary').first().click()
}

/** How high the whole page is, in pixels. */
export function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight)
}
