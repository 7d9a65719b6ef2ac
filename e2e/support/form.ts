import type { Locator, Page } from '@playwright/test'

type Scope = Page | Locator

/** Fills fields by their labels; a value that is one of a select's labels is chosen. */
export async function fill(scope: Scope, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = scope.getByLabel(label, { exact: true })
    const isSelect = await field.evaluate((element) => element.tagName === 'SELECT')
    if (isSelect) await field.selectOption({ label: value })
    else await field.fill(value)
  }
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
