import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requestHeader } from '../../lib/inner-headers'
import { freePort } from '../lib/ports'
import { root } from '../lib/paths'
import { trustedProxies } from '../server/client-address'
import { httpServer } from '../server/http-server'

const hasCaddy = spawnSync('caddy', ['version']).status === 0
const secret = 'k3y0fal1nk'

describe.skipIf(!hasCaddy)(
  hasCaddy ? 'the shipped Caddyfile' : 'Caddy is not on this machine (apt-get install caddy)',
  () => {
    let port: number
    let appPort: number
    let handled: IncomingMessage[]
    let app: ReturnType<typeof httpServer>
    let said: string
    let end: () => Promise<void>

    beforeEach(async () => {
      handled = []
      app = httpServer({
        reachable: { url: new URL('https://record.example.org'), loopbackPort: null },
        proxies: trustedProxies('127.0.0.1'),
        dev: false,
        database: { isReady: () => Promise.resolve(true), isAway: () => false, onAway: () => {} },
        disk: { isFull: () => false },
        isMember: () => Promise.resolve(true),
        handle: (received, response) => {
          handled.push(received)
          response.end(`from the app: ${received.url}`)
          return Promise.resolve()
        },
        shares: null,
        style: null,
      })
      appPort = await freePort()
      await new Promise<void>((resolve) => app.listen(appPort, '127.0.0.1', resolve))
      port = await freePort()
      const folder = mkdtempSync(join(tmpdir(), 'throughline-caddy-'))
      const file = join(folder, 'Caddyfile')
      const shipped = readFileSync(join(root, 'deploy', 'Caddyfile'), 'utf8')
      // What a certificate would need is not here; everything else is as it is shipped.
      const site = shipped
        .replace('\n{\n', '\n{\n\tadmin off\n\tauto_https off\n')
        .replace(
          '\nrecord.example.org {',
          `\nhttp://record.example.org:${port} {\n\tbind 127.0.0.1`,
        )
        .replace('127.0.0.1:3000', `127.0.0.1:${appPort}`)
      writeFileSync(file, site)
      const environment = {
        ...process.env,
        HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_CONFIG_HOME: folder,
      }
      const caddy = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
        ...{ env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
      })
      said = ''
      for (const stream of [caddy.stdout, caddy.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
      const ended = new Promise((resolve) => caddy.once('exit', resolve))
      end = async () => {
        caddy.kill('SIGKILL')
        await ended
        rmSync(folder, { recursive: true, force: true })
      }
      const isThere = () =>
        ask('/healthz').then(
          ({ status }) => status,
          () => said,
        )
      await expect.poll(isThere, { timeout: 60_000 }).toBe(200)
    })
    afterEach(async () => {
      await end()
      app.closeAllConnections()
      app.close()
    })

    function ask(
      path: string,
      {
        method = 'GET',
        headers = {},
        body = '',
      }: { method?: string; headers?: Record<string, string>; body?: string } = {},
    ): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> {
      return new Promise((resolve, reject) => {
        request(
          { port, path, method, headers: { host: 'record.example.org', ...headers } },
          (answer) => {
            text(answer).then(
              (read) =>
                resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read }),
              reject,
            )
          },
        )
          .once('error', reject)
          .end(body)
      })
    }

    it('hands a request on as it came, with the address of who sent it and of nobody that they name', async () => {
      const forged = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example' }
      const { status, headers, body } = await ask('/campaigns?kind=rally', { headers: forged })
      expect([status, body]).toEqual([200, 'from the app: /campaigns?kind=rally'])
      expect(headers.server).toBeUndefined()
      const [received] = handled
      expect(received?.headers[requestHeader.address]).toBe('127.0.0.1')
      expect(JSON.stringify(received?.headers)).not.toMatch(/203\.0\.113\.9|evil/)
    })

    it('lets a form through, and none from elsewhere', async () => {
      const form = { 'content-type': 'application/x-www-form-urlencoded' }
      const own = { ...form, origin: 'https://record.example.org' }
      expect((await ask('/x', { method: 'POST', headers: own, body: 'a=b' })).status).toBe(200)
      const foreign = { ...form, origin: 'https://evil.example' }
      expect((await ask('/x', { method: 'POST', headers: foreign, body: 'a=b' })).status).toBe(403)
    })

    it('writes the address of a link nowhere, whether it is answered or the app is away', async () => {
      await ask(`/s/${secret}`)
      app.closeAllConnections()
      await new Promise((resolve) => app.close(resolve))
      const answer = await ask(`/s/${secret}?q=word`, {
        headers: { cookie: `throughline=${secret}` },
      })
      expect(answer.status).toBe(502)
      expect(said).toContain('serving initial configuration')
      expect(said).not.toContain(secret)
      await new Promise<void>((resolve) => app.listen(appPort, '127.0.0.1', resolve))
    })

    it('waits for an app that is started again', async () => {
      await new Promise((resolve) => (app.close(resolve), app.closeAllConnections()))
      const waiting = ask('/campaigns')
      await new Promise<void>((resolve) => app.listen(appPort, '127.0.0.1', resolve))
      expect((await waiting).status).toBe(200)
    })
  },
)
