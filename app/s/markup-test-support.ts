import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'

/** The standard alone, without rules of taste: React writes `dateTime` and `<br/>`, and a region may be a `<div>`. */
const standard = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    ...{ 'attr-case': 'off', 'void-style': 'off', 'doctype-style': 'off' },
    ...{ 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off' },
    'prefer-native-element': 'off',
  },
})
const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']

const nameOf = (element: Element) => element.localName

/** What is wrong with a page, in words; what a page of correct HTML has none of. */
export async function troublesIn(html: string): Promise<string[]> {
  const { results } = await standard.validateString(html)
  const page = asWritten(html)
  const all = [...page.querySelectorAll('*')]
  return [
    ...results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    ...(page.querySelector('main') ? [] : ['no <main>']),
    ...references(all),
    ...headings(page),
    ...all.filter((one) => nameOf(one) === 'img' && !one.hasAttribute('alt')).map(withoutAlt),
  ]
}

/**
 * A page with each element where its markup has it: a reader of HTML would move what stands in a
 * wrong place. Every element that our pages write is ended.
 */
function asWritten(html: string): Document {
  const { DOMParser } = parseHTML('')
  return new DOMParser().parseFromString(html, 'text/xml')
}

const withoutAlt = () => '<img> without alt'

function references(all: Element[]): string[] {
  const ids = new Set(all.map((one) => one.getAttribute('id')))
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
  return asked.filter(([, id]) => !ids.has(id)).map(([name, id]) => `${name} ${id} leads nowhere`)
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
