import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ask, ownerOf, type Answer } from '../support/hostile'
import { expect, test, type Installation } from '../support/installation'

/** Words of the founding record that are in no address of it. */
const words = ['Maren Costa', 'Amazon, cut the ties', 'Spheres', 'First Owner']

const namesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)

/** Every address of the app that shows something and asks for a member, as its folders name it. */
const routes = [...namesIn('app/(organizer)'), ...namesIn('app/api')]
  .filter((name) => /\/(?:page\.tsx|route\.ts)$/.test(name))
  // What only takes something in shows nobody anything.
  .filter((name) => name.endsWith('.tsx') || /\bGET\b/.test(readFileSync(name, 'utf8')))
  .map((name) => dirname(name).replace(/^app(?:\/\(organizer\))?/, '') || '/')

const files: Record<string, string> = {
  '[format]': 'json',
  plots: 'standings.csv',
  scorecard: 'scorecard.csv',
  photos: '960.webp',
}
const missing = '0199d0c2-7c1e-7b3a-9f52-2f6f2d8f4a11'

/** A route with ids of the record in place of its names. */
function filled(route: string, ids: Map<string, string>): string {
  const parts = route.split('/')
  return parts
    .map((part, index) => {
      if (!part.startsWith('[')) return part
      const folder = parts[index - 1] ?? ''
      if (part === '[file]') return files[folder] ?? files[parts[index - 2] ?? ''] ?? 'x'
      return files[part] ?? ids.get(folder) ?? missing
    })
    .join('/')
}

/** The ids that the pages of a campaign lead to, by the folder that they stand in. */
async function idsOf({ url, cli }: Installation, cookie: string, workspace: string) {
  const [campaign] = (await cli('campaign', 'list', '--workspace', workspace)) as { slug: string }[]
  const slug = campaign?.slug ?? ''
  await cli('share', 'create', '--campaign', slug, '--workspace', workspace)
  const ids = new Map([['campaigns', slug]])
  for (const page of ['', '/story', '/sources', '/demands', '/organizations', '/shares'])
    await harvest(`${url}/campaigns/${slug}${page}`)
  for (const page of ['/people', '/organizations', '/sources']) await harvest(`${url}${page}`)
  return ids

  async function harvest(page: string) {
    const { body } = await ask(page, { headers: { cookie } })
    const found = body.matchAll(/\/(\w+)\/([\da-f]{8}-[\da-f-]{27}|\d+)(?=["/?#])/g)
    for (const [, folder = '', id = ''] of found) if (!ids.has(folder)) ids.set(folder, id)
  }
}

const rsc = { rsc: '1' }
type Way = [what: string, change: (path: string) => string, headers: Record<string, string>]
const ways: Way[] = [
  ['plainly', (path) => path, {}],
  ['by _rsc', (path) => `${path}?_rsc=1abcd`, rsc],
  ['by .rsc', (path) => `${path}.rsc`, rsc],
  ['ahead of a click', (path) => `${path}?_rsc=1`, { ...rsc, 'next-router-prefetch': '1' }],
  [
    'by a segment',
    (path) => `${path}?_rsc=1`,
    { ...rsc, 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/__PAGE__' },
  ],
  [
    'as a subrequest',
    (path) => path,
    { 'x-middleware-subrequest': Array(5).fill('src/middleware:middleware').join(':') },
  ],
  ['with a made-up session', (path) => path, { cookie: 'throughline=made-up' }],
]

/** Asks for a page; Next sends whoever asks for a part of one to the same page under another `_rsc`. */
async function askFor(url: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await ask(url, { headers })
  const next = new URL(answer.headers.location ?? url, url)
  const isSame = answer.status === 307 && next.pathname === new URL(url).pathname
  return isSame ? ask(next.href, { headers }) : answer
}

function isDenial({ status, headers, body }: Answer): boolean {
  if (status === 401 || status === 404) return true
  if ([303, 307].includes(status)) return headers.location?.startsWith('/sign-in') ?? false
  // A page that is asked for in parts says in them where to go.
  return status === 200 && /NEXT_REDIRECT;\w+;\/sign-in/.test(body)
}

test('no private page is shown to a stranger, by `_rsc`, `.rsc` or as a subrequest', async ({
  installation,
}) => {
  const { url } = installation
  const { cookie, workspace, email } = await ownerOf(installation, '--sample')
  const ids = await idsOf(installation, cookie, workspace)
  const open: string[] = []
  for (const route of routes) {
    const path = filled(route, ids)
    const own = await ask(`${url}${path}`, { headers: { cookie } })
    if (own.status === 200) open.push(route)
    for (const [what, change, headers] of ways) {
      const answer = await askFor(`${url}${change(path)}`, headers)
      // What is fetched ahead of a click ends before the page, with what is the same for all.
      const isAhead = 'next-router-prefetch' in headers && answer.body.length < 20_000
      expect(isDenial(answer) || isAhead, `${path} ${what}: ${answer.status}`).toBe(true)
      for (const word of [...words, workspace, email]) expect(answer.body).not.toContain(word)
    }
  }
  // The addresses are those of pages that there are.
  expect(open.length).toBeGreaterThan(0.8 * routes.length)
})

test('ids of another workspace are not found on any page', async ({ installation }) => {
  const { url } = installation
  const theirs = await ownerOf(installation, '--sample')
  const ids = await idsOf(installation, theirs.cookie, theirs.workspace)
  const stranger = await ownerOf(installation)
  for (const route of routes) {
    const path = filled(route, ids)
    for (const [what, change, headers] of ways.slice(0, 2)) {
      const asked = { ...headers, cookie: stranger.cookie }
      const answer = await askFor(`${url}${change(path)}`, asked)
      // Formats and names of files are of no workspace.
      if (/\[(?!format|file)/.test(route)) {
        const isMissing =
          answer.status === 404 || answer.body.includes('NEXT_HTTP_ERROR_FALLBACK;404')
        expect(isMissing, `${path} ${what}: ${answer.status}`).toBe(true)
      }
      for (const word of [...words.slice(0, 3), theirs.workspace, theirs.email])
        expect(answer.body, path).not.toContain(word)
    }
  }
})
