import { isBlank, type Cell } from './table'

const LONGEST_LIST = 100_000
const ITEM = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|None|(-?[\d.]+)/y

/** Whether a text is a list as a program writes it: `['a', 'b']`. */
export function isWrittenList(text: string): boolean {
  return listOf(text) !== null
}

/**
 * The items of a cell: of a list, of a list as a program writes it, or of a text whose items are
 * separated.
 *
 * @param separators what separates items of a plain text.
 */
export function itemsOf(cell: Cell, separators: RegExp = /[;|\n]/): string[] {
  return placedItems(cell, separators).filter((text) => text !== '')
}

/** The same with each item in its place: an empty one stays. */
export function placedItems(cell: Cell, separator: string | RegExp = /[;|\n]/): string[] {
  const texts = typeof cell !== 'string' ? cell : (listOf(cell) ?? cell.split(separator))
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

function listOf(text: string): string[] | null {
  if (text.length > LONGEST_LIST) return null
  const whole = text.trim()
  if (!whole.startsWith('[') || !whole.endsWith(']')) return null
  const items: string[] = []
  // Step by step: one expression for the whole would try white space over and over.
  for (let at = afterSpace(whole, 1); at < whole.length - 1;) {
    ITEM.lastIndex = at
    const found = ITEM.exec(whole)
    if (!found) return null
    const item = found[1] ?? found[2] ?? found[3]
    if (item !== undefined)
      items.push(item.replaceAll(/\\(.)/g, (_, mark: string) => unescaped(mark)))
    at = afterSpace(whole, ITEM.lastIndex)
    if (at === whole.length - 1) break
    if (whole[at] !== ',') return null
    at = afterSpace(whole, at + 1)
  }
  return items
}

function afterSpace(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at] ?? '')) at += 1
  return at
}

// What a program writes for signs that would end its line.
function unescaped(mark: string): string {
  return { n: '\n', r: '\r', t: '\t' }[mark] ?? mark
}

/** A cell as one text: the items of a list with a separator between them. */
export function textOf(cell: Cell, between = '; '): string {
  if (isBlank(cell)) return ''
  if (typeof cell === 'string' && !isWrittenList(cell)) return cell.trim()
  return itemsOf(cell).join(between)
}

const ADDRESS = /https?:\/\/(?:(?![,;]https?:\/\/)[^\s<>"\\|])+/gi

/**
 * The sources that a cell names: each web address with the words before it as a title, or the
 * words alone.
 */
export function sourcesOf(cell: Cell): { url: string; title: string }[] {
  const isText = typeof cell === 'string' && !isWrittenList(cell)
  const parts = isText ? cell.split(/[\n|]/) : itemsOf(cell)
  return parts.flatMap((text) => {
    // An address may leave its protocol to the page that it is on.
    const part = text.replace(/^\s*\/\/(?=[\w-]+\.)/, 'https://')
    const found = [...part.matchAll(ADDRESS)]
    if (found.length === 0)
      return (isText ? part.split(';') : [part])
        .map((title) => ({ url: '', title: title.trim() }))
        .filter(({ title }) => title !== '')
    return found.map((match, index) => {
      const from =
        index === 0 ? 0 : (found[index - 1]?.index ?? 0) + (found[index - 1]?.[0].length ?? 0)
      const before = part.slice(from, match.index)
      const after = index === found.length - 1 ? part.slice(match.index + match[0].length) : ''
      const words = withoutEdges(`${before} ${after}`, /[\s,;:()–-]/)
      return { url: withoutEnd(match[0]), title: words }
    })
  })
}

// A mark behind an address ends a sentence or a list; a bracket belongs to it where it was opened in it.
function withoutEnd(url: string): string {
  return url.slice(0, endWithout(url, url.includes('(') ? /[,;.]/ : /[,;.)]/))
}

function withoutEdges(text: string, marks: RegExp): string {
  const end = endWithout(text, marks)
  let start = 0
  while (start < end && marks.test(text[start] ?? '')) start += 1
  return text.slice(start, end)
}

// An expression that ends in `+$` would try every run of these marks from each of its places.
function endWithout(text: string, marks: RegExp): number {
  let end = text.length
  while (end > 0 && marks.test(text[end - 1] ?? '')) end -= 1
  return end
}

/** What a source is called that has an address alone: the address without its protocol. */
export function nameOfAddress(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
    .slice(0, 500)
}
