/** The pages of a campaign that one reads: `now` are those whose drawing needs its script at once. */
const read =
  /^\/campaigns\/[^/]+\/(?:(story|table|calendar|print|demands|demands\/\d+|entries\/[0-9a-f-]{36})|(lanes|map|plots))$/

/**
 * Whether a request is for a page that one reads, as a browser opens it: what the app's own script
 * asks for comes in another form.
 *
 * @returns when its script begins: as soon as the page stands, or when somebody reaches for it
 */
export function documentAt({
  method = 'GET',
  url = '',
  headers,
}: {
  method?: string
  url?: string
  headers: Record<string, string | string[] | undefined>
}): 'now' | 'later' | null {
  if (method !== 'GET' || headers.rsc !== undefined || headers['next-action'] !== undefined)
    return null
  if (!String(headers.accept ?? '').includes('text/html')) return null
  const [path = '', query = ''] = url.split('?')
  if (/(^|&)_rsc=/.test(query)) return null
  const [matched, , now] = read.exec(path) ?? []
  return matched === undefined ? null : now === undefined ? 'later' : 'now'
}
