import { parseHTML } from 'linkedom'

/** Elements that stand by themselves, and those that hold a line of text alone. */
const BLOCKS =
  'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
const LINES =
  'p h1 h2 h3 h4 h5 h6 span bdi strong em b i small label button time sup sub mark cite q abbr'
const PRESSED = 'a button input select textarea label summary'

/** Where an element may stand, for those that may not stand everywhere. */
const PARENTS: Record<string, string> = {
  ...{ li: 'ol ul menu', dt: 'dl div', dd: 'dl div', summary: 'details', figcaption: 'figure' },
  ...{ tr: 'thead tbody tfoot', td: 'tr', th: 'tr', tbody: 'table', thead: 'table' },
  ...{ caption: 'table', option: 'select optgroup', optgroup: 'select', source: 'picture' },
}
const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']

const has = (list: string, name: string) => list.split(' ').includes(name)
const nameOf = (element: Element) => element.localName

/**
 * A page with each element where its markup has it: a reader of HTML would move what stands in a
 * wrong place. Every element that our pages write is ended.
 */
export function asWritten(html: string): Document {
  const { DOMParser } = parseHTML('')
  return new DOMParser().parseFromString(html, 'text/xml')
}

/** What is wrong with how a page is built, in words; what a page of correct HTML has none of. */
export function troublesIn(page: Document): string[] {
  const all = [...page.querySelectorAll('*')]
  return [
    ...(page.documentElement.getAttribute('lang') ? [] : ['no language']),
    ...(page.querySelector('title')?.textContent ? [] : ['no title']),
    ...(page.querySelectorAll('main').length === 1 ? [] : ['not one <main>']),
    ...all.flatMap(misplaced),
    ...references(all),
    ...headings(page),
    ...all.filter((one) => nameOf(one) === 'img' && !one.hasAttribute('alt')).map(withoutAlt),
  ]
}

const withoutAlt = () => '<img> without alt'

function misplaced(element: Element): string[] {
  const name = nameOf(element)
  const parent = element.parentElement
  const allowed = PARENTS[name]
  if (allowed && parent && !has(allowed, nameOf(parent)))
    return [`<${name}> in <${nameOf(parent)}>`]
  const outer = ancestors(element).find(
    (one) =>
      (has(BLOCKS, name) && has(LINES, nameOf(one))) ||
      (has(PRESSED, name) && has('a button', nameOf(one))),
  )
  return outer ? [`<${name}> in <${nameOf(outer)}>`] : []
}

function ancestors(element: Element): Element[] {
  const { parentElement } = element
  return parentElement ? [parentElement, ...ancestors(parentElement)] : []
}

function references(all: Element[]): string[] {
  const counts = new Map<string, number>()
  for (const id of all.flatMap((one) => one.getAttribute('id') ?? []))
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  const twice = [...counts].filter(([, count]) => count > 1)
  const asked = all.flatMap((one) => [
    ...REFERENCES.flatMap((name) =>
      (one.getAttribute(name) ?? '')
        .split(/\s+/)
        .filter(Boolean)
        .map((id) => [name, id] as const),
    ),
    ...(/^#./.test(one.getAttribute('href') ?? '')
      ? [['href', decodeURIComponent((one.getAttribute('href') ?? '').slice(1))] as const]
      : []),
  ])
  return [
    ...twice.map(([id, count]) => `id ${id} ${count} times`),
    ...asked.filter(([, id]) => !counts.has(id)).map(([name, id]) => `${name} ${id} leads nowhere`),
  ]
}

function headings(page: Document): string[] {
  const all = [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  return all.flatMap((heading, index) => {
    const before = all[index - 1]
    const empty = heading.textContent?.trim() ? [] : [`<${nameOf(heading)}> is empty`]
    const level = Number(nameOf(heading).slice(1))
    const last = before ? Number(nameOf(before).slice(1)) : 0
    return level > last + 1 ? [...empty, `<h${level}> after <h${last}>`] : empty
  })
}
