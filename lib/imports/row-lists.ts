import { nameOfAddress, placedItems, sourcesOf } from './cells'
import { listed, type Found } from './row-cells'
import type { Target } from './targets'

/** A row of the entry's form by its parts, with the column that it came from. */
export type RowParts = Record<string, string>
type Rows = { column: string; parts: RowParts }[]
type FoundCells = ReadonlyMap<Target, Found[]>

/**
 * The people of a row with what further columns say of them.
 *
 * @param named their names, each once
 */
export function peopleIn(found: FoundCells, named: readonly string[]): Rows {
  const cells = found.get('person') ?? []
  const all = cells.flatMap(({ cell, rule }) => listed(cell, rule))
  const of = (target: Target) => besideItems(found, target, all.length)
  const [roles, descriptions] = [of('personRole'), of('personDescription')]
  const affiliations = of('personAffiliation')
  const column = cells[0]?.column ?? ''
  // Several who are not named may be called by one description.
  return (roles.length > 0 ? all : named).map((name, at) => {
    const description = descriptions[at] ?? ''
    const [role = '', affiliation = ''] = [roles[at], affiliations[at]]
    // Who has no name is called by the description.
    const own = name === description ? '' : name
    return { column, parts: { name: own, role, description, affiliation } }
  })
}

/** The sources of a row, each once, with what further columns say of them. */
export function sourcesIn(found: FoundCells): Rows {
  const all = (found.get('source') ?? []).flatMap(({ cell, column, rule }) =>
    sourcesOf(rule.separator ? listed(cell, rule) : cell).map((one) => ({ ...one, column })),
  )
  const of = (target: Target) => besideItems(found, target, all.length)
  const [titles, kinds, publishers] = [of('sourceTitle'), of('sourceKind'), of('sourcePublisher')]
  const known = new Set<string>()
  return all.flatMap(({ url, title, column }, at) => {
    if (known.has(url || title)) return []
    known.add(url || title)
    const [called = '', kind = '', publisher = ''] = [titles[at], kinds[at], publishers[at]]
    const parts = { url, title: (title || called || nameOfAddress(url)).slice(0, 500) }
    return [{ column, parts: { ...parts, kind, publisher } }]
  })
}

/**
 * What further columns say of the items of a list, each in its place; nothing of one that has more
 * items than there are.
 */
function besideItems(found: FoundCells, target: Target, count: number): string[] {
  const [cell, ...others] = found.get(target) ?? []
  if (!cell || others.length > 0) return []
  const items = placedItems(cell.cell, cell.rule.separator)
  return items.length > count ? [] : items
}
