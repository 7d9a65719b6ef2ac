import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, askInLines, ownerOf, sendForm } from '../support/hostile'
import { expect, test, type Installation } from '../support/installation'

const someAction = '40'.repeat(21)
const writable = ['/sign-in', '/s', '/api/photos', '/api/imports', '/api/capture', '/campaigns']

/** What a browser says of a form of ours. */
const own = ({ url }: Installation) => ({
  origin: url,
  'content-type': 'application/x-www-form-urlencoded',
})
const signInWith = ({ url }: Installation, fields: [string, string][], headers = {}) =>
  sendForm(`${url}/sign-in`, { field: 'password', fields, headers })

/** MB of memory that a process holds. */
function residentOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1_024
}

test('a write without Origin, from nowhere or from another site -> 403', async ({
  installation,
}) => {
  const { url } = installation
  const { origin, ...rest } = own(installation)
  for (const path of writable) {
    for (const more of [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin, 'sec-fetch-site': 'cross-site' },
    ])
      expect(
        (await ask(url + path, { method: 'POST', headers: { ...rest, ...more } })).status,
        path,
      ).toBe(403)
  }
})

test('JSON as text/plain -> 415', async ({ installation }) => {
  const { url } = installation
  for (const path of writable)
    for (const type of ['text/plain', 'application/json']) {
      const headers = { ...own(installation), 'content-type': type }
      const answer = await ask(url + path, { method: 'POST', headers, body: '{"a":1}' })
      expect(answer.status, `${path} as ${type}`).toBe(415)
    }
})

test('GET on a mutation -> 405, and other methods change nothing', async ({ installation }) => {
  const { url } = installation
  const { cookie } = await ownerOf(installation)
  for (const path of ['/api/photos', '/api/imports', '/api/capture', '/s'])
    expect((await ask(url + path, { headers: { cookie } })).status, path).toBe(
      path === '/s' ? 200 : 405,
    )
  // An action is called by a form that is sent, and by nothing else.
  const { body } = await ask(`${url}/campaigns`, { headers: { cookie } })
  const action = /(?:\$ACTION_ID_|&quot;id&quot;:&quot;)([0-9a-f]{40,})/.exec(body)?.[1] ?? ''
  expect(action).not.toBe('')
  const asked = { cookie, 'next-action': action, accept: 'text/x-component' }
  expect((await ask(`${url}/campaigns`, { headers: asked })).status).toBe(200)
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const headers = { ...own(installation), cookie }
    const answer = await ask(`${url}/campaigns`, { method, headers, body: '' })
    expect(answer.status, method).toBe(405)
  }
  expect((await ask(`${url}/campaigns`, { headers: { cookie } })).status).toBe(200)
})

test('an action that nobody has -> 404', async ({ installation }) => {
  const { url } = installation
  const headers = {
    ...{ origin: url, 'content-type': 'text/plain;charset=UTF-8' },
    ...{ 'next-action': someAction, accept: 'text/x-component' },
  }
  for (const path of ['/sign-in', '/campaigns', '/'])
    expect((await ask(url + path, { method: 'POST', headers, body: '[]' })).status).toBe(404)
})

test('pictures on the fly, maps, hidden files and what reads like one -> 404', async ({
  installation,
}) => {
  const { url } = installation
  for (const path of [
    '/_next/image?url=%2Ficon.svg&w=64&q=75',
    '/_next/image?url=http%3A%2F%2F169.254.169.254%2F&w=64&q=75',
    '/_next/static/chunks/main.js.map',
    ...['/.git/config', '/.env', '/%2eenv', '/a/%2E%2E/.env', '/.next/BUILD_ID', '/package.json'],
  ]) {
    const answer = await ask(url + path)
    expect(answer.status, path).toBe(404)
  }
})

test('no answer names a program, its version or a line of it', async ({ installation }) => {
  const { url } = installation
  const { cookie } = await ownerOf(installation)
  const odd = ['/campaigns/%ff', '/s/%E0%A4%A', '/api/lanes?level=9e9', '/people/x', '/export/x']
  for (const path of ['/sign-in', '/no-such-page', '/healthz', ...odd]) {
    const { status, headers, body } = await ask(url + path, { headers: { cookie } })
    expect(status, path).toBeLessThan(500)
    for (const name of ['x-powered-by', 'server', 'via'])
      expect(headers[name], name).toBeUndefined()
    expect(body, path).not.toMatch(/node_modules|\bat \w+ \(|\.tsx?:\d+|node:internal/)
  }
})

test('a forged X-Forwarded-Host is ignored, and so is a forged X-Forwarded-For', async ({
  installation,
}) => {
  const { url } = installation
  const page = await ask(`${url}/campaigns`, { headers: { 'x-forwarded-host': 'evil.example' } })
  expect(JSON.stringify([page.headers, page.body])).not.toContain('evil.example')
  const answers: string[] = []
  for (let n = 0; n < 8; n += 1) {
    const fields: [string, string][] = [
      ['email', 'nobody@example.org'],
      ['password', `not the password ${n}`],
    ]
    const forged = { 'x-forwarded-for': `198.51.100.${n}`, 'x-real-ip': `198.51.100.${n}` }
    answers.push((await signInWith(installation, fields, forged)).body)
  }
  expect(answers.map((body) => body.includes('Too many tries to sign in'))).toEqual([
    ...Array<boolean>(5).fill(false),
    ...Array<boolean>(3).fill(true),
  ])
})

test('a password of a megabyte, and an array of a million -> 413, and no memory for them', async ({
  installation,
}) => {
  const { url, dataFolder } = installation
  const { apps } = JSON.parse(readFileSync(join(dataFolder, 'connection.json'), 'utf8')) as {
    apps: number[]
  }
  const [app = 0] = apps
  const before = residentOf(app)
  const million = `[${'0,'.repeat(999_999)}0]`
  const action = { 'content-type': 'text/plain;charset=UTF-8', 'next-action': someAction }
  for (let n = 0; n < 10; n += 1) {
    const headers = { ...own(installation), ...action }
    const array = await ask(`${url}/sign-in`, { method: 'POST', headers, body: million })
    expect(array.status).toBe(413)
    const password = `email=a%40example.org&password=${'x'.repeat(1_000_000)}`
    const sent = { method: 'POST', headers: own(installation), body: password }
    expect((await ask(`${url}/sign-in`, sent)).status).toBe(413)
  }
  expect(residentOf(app) - before).toBeLessThan(100)
})

test('fields whose names reach for a prototype are refused in a sentence', async ({
  installation,
}) => {
  for (const name of [
    '__proto__[]',
    'constructor[]',
    '__proto__.role',
    'constructor.prototype.x',
  ]) {
    const answer = await signInWith(installation, [[name, 'owner']])
    expect(answer.status, name).toBeLessThan(500)
    expect(answer.location, name).toBeNull()
    expect(answer.body, name).toContain('A field has a name that is not allowed.')
  }
})

test('a doubled Host, and a whole address in place of a path -> 400', async ({ installation }) => {
  const { url } = installation
  const host = `Host: ${new URL(url).host}`
  for (const lines of [
    ['GET /sign-in HTTP/1.1', host, 'Host: evil.example'],
    ['GET http://evil.example/campaigns HTTP/1.1', host],
    [`GET ${url}/campaigns HTTP/1.1`, host],
  ]) {
    const answer = await askInLines(url, ...lines)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toMatch(/^location:/im)
  }
})

test('a link of one entry with none chosen, and a zero character -> a sentence', async ({
  installation,
}) => {
  const { url } = installation
  const { cookie, workspace } = await ownerOf(installation, '--sample')
  const list = await installation.cli('campaign', 'list', '--workspace', workspace)
  const slug = (list as { slug: string }[])[0]?.slug ?? ''
  const headers = { cookie }
  const chosen = await ask(`${url}/campaigns/${slug}/shares/new?scope=entry`, { headers })
  expect(chosen.status).toBe(200)
  expect(chosen.body).toContain('Choose the entry of this campaign that the link is to show.')
  const alike = await ask(`${url}/api/alike?campaign=${slug}&title=a%00b`, { headers })
  expect(alike.status).toBe(400)
  expect(alike.body).toContain('a character that no text has')
})

test('a known and an unknown e-mail address get the same answer', async ({ installation }) => {
  const { email } = await ownerOf(installation)
  const answers: string[] = []
  for (const name of [email, email.replace('@', 'x@')]) {
    const fields: [string, string][] = [
      ['email', name],
      ['password', 'not the password at all'],
    ]
    const { status, body } = await signInWith(installation, fields)
    const said = body.replaceAll(name, 'NAME').replaceAll(/nonce="[^"]*"/g, '')
    answers.push(`${status} ${said.replaceAll(/<script[\s\S]*?<\/script>/g, '')}`)
  }
  expect(answers[0]).toBe(answers[1])
})
