const ENTITIES: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
}

// Nothing that is longer fits into a field.
const LONGEST = 200_000
const TAG = /<(\/?)([a-z][a-z0-9]*)[^<>]*>/iy
const HREF = /\shref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/i
const PARAGRAPHS = new Set([
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'tr',
])

/**
 * The text of a little HTML, as timelines hold it: paragraphs stay apart, the address of a link
 * stands behind its words, everything else of the markup is gone.
 */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html) || html.length > LONGEST) return html
  return withoutMarkup(html.replaceAll(/\r\n?/g, '\n'))
    .replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => signOf(name) ?? whole)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** Goes through the tags once, however many of them are never closed. */
function withoutMarkup(html: string): string {
  const lower = html.toLowerCase()
  // What is not found once is not looked for again.
  const missing = new Set<string>()
  const after = (end: string, from: number): number | null => {
    const at = missing.has(end) ? -1 : lower.indexOf(end, from)
    if (at === -1) missing.add(end)
    return at === -1 ? null : at + end.length
  }
  const pieces: string[] = []
  let link: { from: number; address: string } | null = null
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at)
    pieces.push(html.slice(at, next === -1 ? undefined : next))
    if (next === -1) break
    const skipped = hiddenEnd(lower, next, after)
    if (skipped !== null) {
      at = skipped
      continue
    }
    TAG.lastIndex = next
    const [tag, slash, name = ''] = TAG.exec(html) ?? []
    at = next + (tag ?? '<').length
    if (tag === undefined) pieces.push('<')
    else if (/^a$/i.test(name)) {
      const words: string = link && slash ? pieces.splice(link.from).join('') : ''
      if (link && slash) pieces.push(withAddress(words, link.address))
      const [, double, single] = (slash ? null : HREF.exec(tag)) ?? []
      const address = double ?? single
      link = address === undefined ? null : { from: pieces.length, address }
    } else pieces.push(breakFor(name.toLowerCase(), slash !== ''))
  }
  return pieces.join('')
}

/** Where a comment, a script or a style ends that begins here; null where none does or it never ends. */
function hiddenEnd(
  lower: string,
  at: number,
  after: (end: string, from: number) => number | null,
): number | null {
  if (lower.startsWith('<!--', at)) return after('-->', at + 4)
  const name = ['script', 'style'].find((one) => lower.startsWith(`<${one}`, at))
  if (!name || /[a-z0-9]/.test(lower[at + 1 + name.length] ?? '')) return null
  const end = after(`</${name}`, at)
  if (end === null) return null
  return after('>', end)
}

function breakFor(name: string, closes: boolean): string {
  if (name === 'br') return '\n'
  return closes && PARAGRAPHS.has(name) ? '\n\n' : ''
}

function withAddress(words: string, address: string): string {
  return /^https?:\/\//i.test(address) && !words.includes(address) ? `${words} (${address})` : words
}

function signOf(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
