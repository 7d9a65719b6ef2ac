/** A page of a list, newest first. */
export type Paged<Item> = {
  items: Item[]
  /** How many there are in all, and how many stand before this page. */
  count: number
  before: number
  /** Cursors of the pages beside it, or null where there is none. */
  newer: string | null
  older: string | null
}

/** Where the items of a page stand in its list, such as `51–100 of 231`; empty when it is whole. */
export function rangeInWords({ items, count, before }: Paged<unknown>): string {
  if (items.length === count) return ''
  const last = before + items.length
  return `${inWords(before + 1)}–${inWords(last)} of ${inWords(count)}`
}

function inWords(count: number): string {
  return count.toLocaleString('en')
}
