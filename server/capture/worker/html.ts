import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/** A page as its own words: paragraphs a line each, and what its head says of it. */
export type ReadPage = {
  text: string
  title: string
  publisher: string
  author: string
  /** As the page gives it; only the day is used. */
  published: string
  url: string
  captions: { caption: string; credit: string }[]
}

/** Readability's time grows with the square of a page's nesting, so that larger pages are read plainly. */
const DEEPEST = 100
const MOST_ELEMENTS = 10_000

const SILENT =
  'script,style,noscript,template,svg,iframe,object,embed,form,nav,footer,button,select,input,aside'
const BLOCKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER H1 H2 H3 H4 H5 H6 LI UL OL BLOCKQUOTE FIGURE FIGCAPTION TABLE TR TD TH DL DT DD PRE BR HR BODY ADDRESS'.split(
    ' ',
  ),
)

/** Reads the article out of a page of HTML. Nothing in it is run or fetched. */
export function readHtml(html: string, address: string): ReadPage {
  const { document } = parseHTML(/<html/iu.test(html) ? html : `<html><body>${html}</body></html>`)
  const meta = metaOf(document)
  for (const element of document.querySelectorAll(SILENT)) element.remove()
  const captions = captionsOf(document)
  const plain = isLarge(document) ? null : articleOf(document)
  const text = textOf(plain ?? document.body)
  const lines = text === '' && plain ? textOf(document.body) : text
  return {
    ...meta,
    text: [
      meta.title,
      ...captions.map(({ caption, credit }) => `Image: ${caption}${credit ? ` (${credit})` : ''}`),
      lines,
    ]
      .filter(Boolean)
      .join('\n'),
    url: httpAddress(meta.url) || httpAddress(address),
    captions: [],
  }
}

function articleOf(document: Document): Element | null {
  const article = new Readability(document.cloneNode(true) as Document, {
    charThreshold: 200,
  }).parse()
  if (!article?.content) return null
  const { document: inner } = parseHTML(`<html><body>${article.content}</body></html>`)
  for (const caption of inner.querySelectorAll('figure,figcaption')) caption.remove()
  return inner.body
}

function isLarge(document: Document): boolean {
  let count = 0
  const waiting: { element: Element; depth: number }[] = [
    { element: document.documentElement, depth: 1 },
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    count += 1
    if (count > MOST_ELEMENTS || next.depth > DEEPEST) return true
    for (const child of next.element.children)
      waiting.push({ element: child, depth: next.depth + 1 })
  }
  return false
}

/** The text block by block, without recursion: what nests ten thousand deep is read like the rest. */
function textOf(root: Element | null): string {
  if (!root) return ''
  const lines: string[] = []
  let line = ''
  const flush = () => {
    const words = line.replace(/\s+/gu, ' ').trim()
    if (words !== '') lines.push(words)
    line = ''
  }
  const waiting: (Node | null)[] = [root]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (!node) {
      flush()
      continue
    }
    if (node.nodeType === 3) line += node.textContent ?? ''
    if (node.nodeType !== 1) continue
    const block = BLOCKS.has((node as Element).tagName.toUpperCase())
    if (block) {
      flush()
      waiting.push(null)
    }
    for (let child = node.lastChild; child; child = child.previousSibling) waiting.push(child)
  }
  flush()
  return lines.join('\n')
}

function captionsOf(document: Document): ReadPage['captions'] {
  const found: ReadPage['captions'] = []
  for (const element of document.querySelectorAll('figcaption,.caption,.wp-caption-text')) {
    const credit =
      element.querySelector('.credit,[class*="credit"],cite')?.textContent?.trim() ?? ''
    const words = (element.textContent ?? '').replace(/\s+/gu, ' ').trim()
    const own = credit ? words.replace(credit, '').trim() : words
    const inBrackets = /\s*\(([^()]{2,80})\)\s*$/u.exec(own)
    const caption = inBrackets ? own.slice(0, inBrackets.index) : own
    if (caption.length > 3 && !found.some((other) => other.caption === caption))
      found.push({
        caption,
        credit: (credit || inBrackets?.[1] || '').replace(/^[(\s]+|[)\s]+$/gu, ''),
      })
    if (found.length >= 30) break
  }
  return found
}

function metaOf(document: Document): Omit<ReadPage, 'text' | 'captions'> {
  const of = (...names: string[]) => {
    for (const name of names) {
      const element = document.querySelector(
        `meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`,
      )
      const content = element?.getAttribute('content')?.trim()
      if (content) return content
    }
    return ''
  }
  const linked = newsArticleOf(document)
  const published =
    linked.published ||
    of(
      'article:published_time',
      'datePublished',
      'date',
      'dc.date',
      'parsely-pub-date',
      'sailthru.date',
    ) ||
    document.querySelector('time[datetime]')?.getAttribute('datetime') ||
    ''
  return {
    title:
      linked.title ||
      of('og:title', 'twitter:title') ||
      document.querySelector('h1')?.textContent?.trim() ||
      document.querySelector('title')?.textContent?.trim() ||
      '',
    publisher: linked.publisher || of('og:site_name', 'application-name', 'publisher'),
    author:
      linked.author ||
      of('author', 'article:author', 'parsely-author', 'byl').replace(/^by /iu, ''),
    published: /\d{4}-\d{2}-\d{2}/u.exec(published)?.[0] ?? '',
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? of('og:url'),
  }
}

/** What schema.org's NewsArticle says, where the page carries it as JSON-LD. */
function newsArticleOf(document: Document): {
  title: string
  publisher: string
  author: string
  published: string
} {
  const none = { title: '', publisher: '', author: '', published: '' }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const read: unknown = JSON.parse(script.textContent ?? '')
      const found = flat(read).find((one) => /Article|Posting|Report/u.test(String(one['@type'])))
      if (found)
        return {
          title: wordsOf(found.headline),
          publisher: wordsOf(nameOf(found.publisher)),
          author: wordsOf(nameOf(found.author)),
          published: wordsOf(found.datePublished),
        }
    } catch {
      continue
    }
  }
  return none
}

type Thing = Record<string, unknown>

function flat(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(flat)
  if (typeof value !== 'object' || value === null) return []
  const thing = value as Thing
  return [
    thing,
    ...(Array.isArray(thing['@graph']) ? thing['@graph'].slice(0, 50).flatMap(flat) : []),
  ]
}

function nameOf(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .slice(0, 10)
      .map(nameOf)
      .filter((name) => typeof name === 'string')
      .join(', ')
  return typeof value === 'object' && value !== null ? (value as Thing).name : value
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 500) : ''
}

function httpAddress(address: string): string {
  return /^https?:\/\/[^\s]+$/iu.test(address) ? address.slice(0, 2_000) : ''
}
