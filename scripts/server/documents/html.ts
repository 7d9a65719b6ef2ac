import { laterScript } from './later'

const scripts = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
const preloads = /<link rel="preload" as="script"[^>]*>/g
/** `self.__next_f.push(…)` and `(globalThis["TURBOPACK"] || …).push(…)`: a queue and one item of JSON. */
const push =
  /^(?:\(?(?:self|globalThis)(?:\.|\[")([A-Za-z_]+)(?:"\])?[^;]{0,80}?\)?)\.push\((.*)\);?$/s

/**
 * Makes a document of a page as Next writes it: its scripts become a list of data, which `later.ts`
 * goes through when somebody reaches for what needs them.
 *
 * @param nonce for styles that the app adds later; it looks for it at a script (`style-nonce.ts`)
 * @returns null where a script is of no known form; such a page is sent as it is
 */
export function documentHtml(page: string, begins: 'now' | 'later', nonce: string): string | null {
  const parts: string[] = []
  let known = true
  const body = page
    .replace(preloads, '')
    .replace(scripts, (_, attributes: string, text: string) => {
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
  const list = `<script type="application/json" id="later" data-begin="${begins}">[${parts.join(',')}]</script>`
  return `${body.slice(0, end)}${list}<script nonce="${nonce}">${laterScript}</script>${body.slice(end)}`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
