import { isBlank, type Cell } from './table'

const PYTHON_LIST =
  /^\s*\[\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|None|-?[\d.]+)(?:\s*,\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|None|-?[\d.]+))*\s*,?\s*\]\s*$/
const ITEM = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|None|(-?[\d.]+)/g

/** Whether a text is a list as a program writes it: `['a', 'b']`. */
export function isWrittenList(text: string): boolean {
  return text.length <= 100_000 && (PYTHON_LIST.test(text) || /^\s*\[\s*\]\s*$/.test(text))
}

/**
 * The items of a cell: of a list, of a list as a program writes it, or of a text whose items are
 * separated.
 *
 * @param separators what separates items of a plain text.
 */
export function itemsOf(cell: Cell, separators: RegExp = /[;|\n]/): string[] {
  const texts = typeof cell !== 'string' ? cell : (listOf(cell) ?? cell.split(separators))
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '')
}

function listOf(text: string): string[] | null {
  if (!isWrittenList(text)) return null
  return [...text.matchAll(ITEM)].flatMap(([, single, double, number]) => {
    const item = single ?? double ?? number
    return item === undefined
      ? []
      : [item.replaceAll(/\\(.)/g, (_, mark: string) => unescaped(mark))]
  })
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
  const parts =
    typeof cell === 'string' && !isWrittenList(cell) ? cell.split(/[\n|]/) : itemsOf(cell)
  return parts.flatMap((text) => {
    // An address may leave its protocol to the page that it is on.
    const part = text.replace(/^\s*\/\/(?=[\w-]+\.)/, 'https://')
    const found = [...part.matchAll(ADDRESS)]
    if (found.length === 0)
      return part
        .split(';')
        .map((title) => ({ url: '', title: title.trim() }))
        .filter(({ title }) => title !== '')
    return found.map((match, index) => {
      const from =
        index === 0 ? 0 : (found[index - 1]?.index ?? 0) + (found[index - 1]?.[0].length ?? 0)
      const before = part.slice(from, match.index)
      const after = index === found.length - 1 ? part.slice(match.index + match[0].length) : ''
      const words = `${before} ${after}`.replaceAll(/^[\s,;:()–-]+|[\s,;:()–-]+$/g, '')
      return { url: withoutEnd(match[0]), title: words }
    })
  })
}

// A mark behind an address ends a sentence or a list; a bracket belongs to it where it was opened in it.
function withoutEnd(url: string): string {
  return url.replace(url.includes('(') ? /[,;.]+$/ : /[,;.)]+$/, '')
}

/** What a source is called that has an address alone: the address without its protocol. */
export function nameOfAddress(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
    .slice(0, 500)
}
