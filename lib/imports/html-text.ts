const ENTITIES: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
}

// Nothing that is longer fits into a field.
const LONGEST = 200_000
const LINK =
  /<a\s[^<>]*?\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>([^<]*(?:<(?!\/?a\b)[^<]*)*)<\/a\s*>/gi

/**
 * The text of a little HTML, as timelines hold it: paragraphs stay apart, the address of a link
 * stands behind its words, everything else of the markup is gone.
 */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html) || html.length > LONGEST) return html
  return html
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/<!--[^]*?-->|<(script|style)\b[^]*?<\/\1\s*>/gi, '')
    .replaceAll(LINK, (_, double?: string, single?: string, words = '') =>
      withAddress(String(words), double ?? single ?? ''),
    )
    .replaceAll(/<\/(?:p|div|li|h[1-6]|blockquote|tr)\s*>/gi, '\n\n')
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => signOf(name) ?? whole)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function withAddress(words: string, address: string): string {
  return /^https?:\/\//i.test(address) && !words.includes(address) ? `${words} (${address})` : words
}

function signOf(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
