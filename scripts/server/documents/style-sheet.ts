import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A part of a style sheet: a rule, a block around others, or text that always stays. */
type Part =
  | { is: 'rule'; selectors: string[][]; text: string }
  | { is: 'block'; head: string; parts: Part[] }
  | { is: 'font'; text: string }
  | { is: 'property'; name: string; text: string }
  | { is: 'text'; text: string }

/** A style sheet taken apart, with the addresses of its files as they hold from any page. */
export type StyleSheet = Part[]

/** Blocks around rules that are looked through. */
const AROUND = /^@(layer|media|supports|container)\b/

/**
 * Takes a style sheet apart, as the build writes it: without comments and without nested rules.
 *
 * @param folder the path of its own folder, such as `/_next/static/chunks/`
 */
export function readStyleSheet(css: string, folder: string): StyleSheet {
  const here = new URL(folder, 'http://localhost')
  const absolute = css.replace(
    /url\((?!["']?(?:data:|\/|https?:))([^)]*)\)/g,
    (_, path: string) => {
      const { pathname } = new URL(path.replaceAll(/["']/g, ''), here)
      return `url(${pathname})`
    },
  )
  return partsOf(absolute)
}

function partsOf(css: string): Part[] {
  const parts: Part[] = []
  let at = 0
  while (at < css.length) {
    const end = endOf(css, at, '{;')
    const head = css.slice(at, end).trim()
    if (end >= css.length || css[end] === ';') {
      if (head !== '') parts.push({ is: 'text', text: `${head};` })
      at = end + 1
      continue
    }
    const close = endOf(css, end + 1, '}')
    const body = css.slice(end + 1, close)
    const text = `${head}{${body}}`
    at = close + 1
    if (AROUND.test(head)) parts.push({ is: 'block', head, parts: partsOf(body) })
    else if (head === '@font-face' && /src:\s*url\(/.test(body)) parts.push({ is: 'font', text })
    else if (head.startsWith('@property'))
      parts.push({ is: 'property', name: head.slice('@property'.length).trim(), text })
    else if (head.startsWith('@')) parts.push({ is: 'text', text })
    else parts.push({ is: 'rule', selectors: listed(head).map(namesIn), text })
  }
  return parts
}

/** Where one of some characters stands outside of strings and of inner brackets. */
function endOf(css: string, from: number, wanted: string): number {
  let depth = 0
  for (let at = from; at < css.length; at++) {
    const letter = css[at] ?? ''
    if (letter === '\\') at++
    else if (letter === '"' || letter === "'") {
      for (at++; at < css.length && css[at] !== letter; at++) if (css[at] === '\\') at++
    } else if (depth === 0 && wanted.includes(letter)) return at
    else if (letter === '(' || letter === '{' || letter === '[') depth++
    else if (letter === ')' || letter === '}' || letter === ']') depth--
  }
  return css.length
}

function listed(selector: string): string[] {
  const list: string[] = []
  for (let at = 0; at < selector.length;) {
    const end = endOf(selector, at, ',')
    list.push(selector.slice(at, end))
    at = end + 1
  }
  return list
}

/** The classes and ids without which a selector finds nothing; what is in brackets may be one of several. */
function namesIn(selector: string): string[] {
  const plain = withoutBrackets(selector)
  return [...plain.matchAll(/[.#]((?:\\[0-9a-f]{1,6} ?|\\.|[\w-]|[^\0-\x7f])+)/gi)].map(
    ([, name = '']) =>
      name.replaceAll(/\\([0-9a-f]{1,6}) ?|\\(.)/gi, (_, code?: string, letter?: string) =>
        code ? String.fromCodePoint(parseInt(code, 16)) : (letter ?? ''),
      ),
  )
}

function withoutBrackets(selector: string): string {
  let plain = ''
  let depth = 0
  for (let at = 0; at < selector.length; at++) {
    const letter = selector[at] ?? ''
    if (letter === '\\') {
      if (depth === 0) plain += letter + (selector[at + 1] ?? '')
      at++
    } else if (letter === '(' || letter === '[') depth++
    else if (letter === ')' || letter === ']') depth--
    else if (depth === 0) plain += letter
  }
  return plain
}

/**
 * The part of style sheets that a page needs until a script changes it: what its classes and ids may
 * find, in the same order.
 *
 * @param fonts whether the browser has the files of fonts; fetching them would keep up the first frame
 */
export function styleFor(sheets: StyleSheet[], html: string, fonts: boolean): string {
  const names = namesOf(html)
  const css = sheets.map((sheet) => kept(sheet, names, fonts)).join('')
  const properties = sheets
    .flat()
    .flatMap((part) => (part.is === 'property' && css.includes(part.name) ? [part.text] : []))
  return css + properties.join('')
}

function kept(parts: Part[], names: ReadonlySet<string>, fonts: boolean): string {
  return parts
    .map((part) => {
      if (part.is === 'text') return part.text
      // One that is not there at once is not waited for, and letters never change under a reader.
      if (part.is === 'font')
        return fonts ? part.text.replace(/font-display:\w+/, 'font-display:optional') : ''
      if (part.is === 'rule')
        return part.selectors.some((all) => all.every((name) => names.has(name))) ? part.text : ''
      if (part.is !== 'block') return ''
      const inner = kept(part.parts, names, fonts)
      if (inner !== '') return `${part.head}{${inner}}`
      // An empty layer still says which comes before which.
      return /^@layer [\w-]+$/.test(part.head) ? `${part.head};` : ''
    })
    .join('')
}

/** The styles of a build's pages. */
export type PageStyles = {
  /** What a page needs of the sheets at these addresses; null where one is not known. */
  of: (addresses: string[], html: string, fonts: boolean) => string | null
  /** The files of fonts that nearly every page needs. */
  fonts: string[]
}

/**
 * Reads the style sheets of a build, once, when the app starts.
 *
 * @param folder where the build wrote them
 */
export function pageStyles(folder: string): PageStyles {
  const path = '/_next/static/chunks/'
  const names = existsSync(folder) ? readdirSync(folder) : []
  const sheets = new Map(
    names
      .filter((name) => name.endsWith('.css'))
      .map((name) => [path + name, readStyleSheet(readFileSync(join(folder, name), 'utf8'), path)]),
  )
  const faces = [...sheets.values()].flat().filter((part) => part.is === 'font')
  const files = faces.map(({ text }) => /url\(([^)]*-latin-wght-normal\.[^)]*)\)/.exec(text)?.[1])
  return {
    fonts: [...new Set(files.filter((file) => file !== undefined))],
    of: (addresses, html, fonts) => {
      const found = addresses.map((address) => sheets.get(address))
      const known = found.filter((sheet) => sheet !== undefined)
      return known.length === found.length ? styleFor(known, html, fonts) : null
    },
  }
}

const ENTITIES: Record<string, string> = { amp: '&', gt: '>', lt: '<', quot: '"', '#x27': "'" }

function namesOf(html: string): Set<string> {
  const names = new Set<string>()
  for (const [, value = ''] of html.matchAll(/\s(?:class|id)="([^"]*)"/g))
    for (const name of value.split(/\s+/))
      names.add(name.replaceAll(/&([a-z]+|#x27);/g, (entity, of: string) => ENTITIES[of] ?? entity))
  return names
}
