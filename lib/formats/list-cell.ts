// What a reader of such a table would take for the end of an item, or for a list as programs write it.
const UNSURE = /[;|\n]|^\s*\[/

/** Several texts as one cell: parted by "; ", or `["A; B", "C"]` where one of them would be taken apart. */
export function listCell(items: readonly string[]): string {
  return written(items.filter((item) => item !== ''))
}

/** The same where each has its place beside those of another column: an empty one stays within it. */
export function placedCell(items: readonly string[]): string {
  const last = items.findLastIndex((item) => item !== '')
  return written(items.slice(0, last + 1))
}

function written(items: readonly string[]): string {
  const isUnsure = items.some((item) => item === '' || UNSURE.test(item))
  return isUnsure ? `[${items.map((item) => JSON.stringify(item)).join(', ')}]` : items.join('; ')
}
