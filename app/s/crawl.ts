import { fromBufferPromise } from 'yauzl'
import { GET as card } from './[token]/card.png/route'
import { GET as changes } from './[token]/changes/route'
import { GET as edition } from './[token]/editions/[edition]/route'
import { GET as editions } from './[token]/editions/route'
import { plotNames } from '@/lib/plots/plots'
import { GET as fileOfEntry } from './[token]/e/[id]/[file]/route'
import { GET as entryPage } from './[token]/e/[id]/route'
import { GET as fileOf } from './[token]/[file]/route'
import { GET as map } from './[token]/map/route'
import { GET as mark } from './[token]/mark/[file]/route'
import { GET as picture } from './[token]/p/[id]/[file]/route'
import { GET as plotFile } from './[token]/plots/[file]/route'
import { GET as plots } from './[token]/plots/route'
import { GET as state } from './[token]/state/route'
import { GET as oembed } from './[token]/oembed.json/route'
import { GET as page } from './[token]/route'
import { POST as open } from './route'

const FILES = [
  'entries.csv',
  'record.json',
  'calendar.ics',
  'places.geojson',
  'timeline.json',
  'feed.atom',
  'record.jsonld',
  'nothing.txt',
]

/** Asks for an address behind a link as the HTTP server would. */
export function get(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(url, { headers })
  const [, , token = '', part, id, file = ''] = new URL(url).pathname.split('/')
  const only = { params: Promise.resolve({ token }) }
  if (part === 'card.png') return card(request, only)
  if (part === 'oembed.json') return oembed(request, only)
  if (part === 'map') return map(request, only)
  if (part === 'state') return state(request, only)
  if (part === 'changes') return changes(request, only)
  if (part === 'editions') {
    return id === undefined
      ? editions(request, only)
      : edition(request, { params: Promise.resolve({ token, edition: id }) })
  }
  if (part === 'mark') return mark(request, { params: Promise.resolve({ token, file: id ?? '' }) })
  if (part === 'p')
    return picture(request, { params: Promise.resolve({ token, id: id ?? '', file }) })
  if (part === 'e' && file !== '')
    return fileOfEntry(request, { params: Promise.resolve({ token, id: id ?? '', file }) })
  if (part === 'e') return entryPage(request, { params: Promise.resolve({ token, id: id ?? '' }) })
  if (part === 'plots' && id !== undefined)
    return plotFile(request, { params: Promise.resolve({ token, file: id }) })
  if (part === 'plots') return plots(request, { params: Promise.resolve({ token }) })
  if (part !== undefined) return fileOf(request, { params: Promise.resolve({ token, file: part }) })
  return page(request, only)
}

/** Opens a private link as its page does: where it leads, and the cookie that this reader was given. */
export async function openPrivate(url: string): Promise<{ place: string; cookie: string }> {
  const body = new URLSearchParams({ code: url }).toString()
  const headers = { 'content-length': String(body.length), 'x-throughline-address': '203.0.113.9' }
  const answer = await open(new Request(new URL('/s', url), { method: 'POST', body, headers }))
  return {
    place: new URL(answer.headers.get('location') ?? '', url).href,
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
  }
}

/**
 * Follows every link behind a link, and gives every byte it serves: status, headers and text, by address.
 *
 * @param headers sent with every request, such as the cookie of who has opened a private link.
 */
export async function crawl(
  url: string,
  headers: Record<string, string> = {},
): Promise<Map<string, string>> {
  const served = new Map<string, string>()
  const waiting = [
    url,
    ...FILES.map((file) => `${url}/${file}`),
    `${url}/e/${'0'.repeat(32)}`,
    `${url}/plots`,
    `${url}/card.png`,
    `${url}/state`,
    `${url}/map`,
    `${url}/oembed.json`,
    ...plotNames.map((name) => `${url}/plots/${name}.csv`),
    `${url}?q=a`,
    `${url}?date=differ`,
    `${url}?kind=rally&demand=1&from=2026&to=2026-12-31`,
    `${url}/changes?since=2020-01-01`,
    `${url}/editions/7`,
    `${url}/editions/edition-7.json`,
    `${url}/editions/edition-7.zip`,
  ]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (served.has(next)) continue
    const response = await get(next, headers)
    const text = await textOf(response)
    served.set(next, `${response.status}\n${JSON.stringify([...response.headers])}\n${text}`)
    // The picture of a page is named for other programs, not for its reader.
    const pictures = [...text.matchAll(/"og:image" content="([^"]+)"/g)].map(
      ([, href = '']) => href,
    )
    for (const href of [...addressesIn(text), ...pictures]) {
      const target = new URL(href.replaceAll('&amp;', '&'), next)
      target.hash = ''
      // What narrows or turns a page is followed from the first page alone: they could be combined for ever.
      const followed = target.search === '' || next === url
      if (target.href.startsWith(url) && followed) waiting.push(target.href)
    }
  }
  return served
}

/** The text of an answer; of a zip the names and texts of all that is in it. */
async function textOf(response: Response): Promise<string> {
  if (response.headers.get('content-type') !== 'application/zip') return response.text()
  const files = await unzipped(Buffer.from(await response.arrayBuffer()))
  return [...files].map(([name, bytes]) => `${name}\n${bytes.toString('utf8')}`).join('\n')
}

/** The files in a zip, by their names. */
export async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Uint8Array[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry))
      chunks.push(chunk as Uint8Array)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  return files
}

function addressesIn(text: string): string[] {
  const addresses = text.matchAll(/(?:href|src)="([^"]+)"/g)
  const sizes = text.matchAll(/srcset="([^"]+)"/gi)
  return [
    ...[...addresses].map(([, address = '']) => address),
    ...[...sizes].flatMap(([, listed = '']) => listed.split(/ \d+w(?:, )?/).filter(Boolean)),
  ]
}
