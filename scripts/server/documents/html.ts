import { laterScript } from './later'
import type { PageStyles } from './style-sheet'

const scripts = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
const preloads = /<link rel="preload"(?=[^>]* as="(?:script|style)")[^>]*>/g
const links = /<link rel="stylesheet"[^>]*>/g
/** `self.__next_f.push(…)` and `(globalThis["TURBOPACK"] || …).push(…)`: a queue and one item of JSON. */
const push =
  /^(?:\(?(?:self|globalThis)(?:\.|\[")([A-Za-z_]+)(?:"\])?[^;]{0,80}?\)?)\.push\((.*)\);?$/s

/**
 * Makes a document of a page as Next writes it: its scripts become a list of data, which `later.ts`
 * goes through when somebody reaches for what needs them. What the page needs of its style sheets
 * stands in it, so that the first frame waits for nothing else; they are in the list too.
 *
 * @param how.nonce for styles that the app adds later; it looks for it at a script (`style-nonce.ts`)
 * @param how.hasFonts whether the browser has the fonts of these styles; else it fetches them in time
 * @returns null where a script is of no known form; such a page is sent as it is
 */
export function documentHtml(
  page: string,
  {
    begins,
    nonce,
    styles,
    hasFonts,
  }: { begins: 'now' | 'later'; nonce: string; styles: PageStyles; hasFonts: boolean },
): string | null {
  const parts: string[] = []
  let known = true
  const style = (sheets: string[]) => styles.of(sheets, page, hasFonts)
  const inline = withStyle(page.replace(preloads, ''), { parts, nonce, style })
  const body = inline.replace(scripts, (_, attributes: string, text: string) => {
    const [, src] = /\ssrc="([^"]*)"/.exec(attributes) ?? []
    if (/\snomodule/i.test(attributes)) return ''
    if (src !== undefined) {
      const part = JSON.stringify({ src })
      if (!parts.includes(part)) parts.push(part)
      return ''
    }
    const [, queue, item] = push.exec(text.trim()) ?? []
    if (queue === undefined || item === undefined || !isJson(item)) known = false
    parts.push(`{"queue":${JSON.stringify(queue ?? '')},"item":${item ?? 'null'}}`)
    return ''
  })
  const end = body.lastIndexOf('</body>')
  if (!known || end < 0) return null
  const fonts = hasFonts ? '' : ` data-fonts="${styles.fonts.join(' ')}"`
  const list = `<script type="application/json" id="later" data-begin="${begins}"${fonts}>[${parts.join(',')}]</script>`
  return `${body.slice(0, end)}${list}<script nonce="${nonce}">${laterScript}</script>${body.slice(end)}`
}

/** The page with its style in it, where all its sheets are known; they are added to `parts`. */
function withStyle(
  page: string,
  {
    parts,
    nonce,
    style,
  }: { parts: string[]; nonce: string; style: (sheets: string[]) => string | null },
): string {
  const found = [...page.matchAll(links)].map(([link]) => ({
    href: / href="([^"]*)"/.exec(link)?.[1] ?? '',
    precedence: / data-precedence="([^"]*)"/.exec(link)?.[1] ?? '',
  }))
  const sheets = found.map(({ href }) => href)
  const css = sheets.length > 0 ? style(sheets) : null
  if (css === null) return page
  parts.push(...found.map((sheet) => JSON.stringify(sheet)))
  let isFirst = true
  return page.replace(links, () => {
    const text = isFirst ? `<style nonce="${nonce}">${css}</style>` : ''
    isFirst = false
    return text
  })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
