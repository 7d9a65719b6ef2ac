import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { campaignSchema } from '@/lib/schemas/campaign'
import { tokenSchema } from '@/lib/schemas/token'
import { makeToken } from '../auth/api-tokens'
import { newOwner, useTestDatabase } from '../auth/test-support'
import { createCampaign } from '../campaigns/mutations'
import { memberIn } from '../testing/world'
import { runGeneratedClient } from './client-test-support'
import { endpoints } from './endpoints/index'
import { serveApi } from './serve'

useTestDatabase()

const docs = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')

/** The commands of the page, each with the answer that it promises and the name under which an id is kept. */
const examples = [
  ...docs.matchAll(/```sh\n([\s\S]*?)```\n+```http\n([\s\S]*?)```(?:\n+Keep `id` as `\$(\w+)`)?/g),
].map(([, command = '', promised = '', kept]) => ({ command, promised, kept }))

type Said = { status: number; headers: Record<string, string>; body: string }

/** An answer as curl shows it, or as the page promises it. */
function read(text: string): Said {
  const [head = '', ...body] = text.replaceAll('\r\n', '\n').split('\n\n')
  const [first = '', ...lines] = head.split('\n').filter(Boolean)
  const headers = lines.map((line) => {
    const [, name = '', value = ''] = /^([^:]+): *(.*)$/.exec(line) ?? []
    return [name.toLowerCase(), value] as const
  })
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(headers),
    body: body.join('\n\n').trim(),
  }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request)
  const answer = await serveApi(
    new Request(`http://127.0.0.1:3000${request.url ?? ''}`, {
      method: request.method ?? 'GET',
      headers: Object.entries(request.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
      ...(body.length > 0 && { body }),
    }),
  )
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}

it('shows examples that work as they stand, with curl and with a generated client', async () => {
  const { workspaceId, accountId } = await newOwner()
  const owner = await memberIn(workspaceId, 'owner', accountId)
  await createCampaign(owner, campaignSchema.parse({ title: 'Fair rents', timeZone: 'UTC' }))
  const { token } = await makeToken(owner, tokenSchema.parse({ name: 'curl', scope: 'publish' }))
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const env = { ...process.env, API: `http://127.0.0.1:${port}/api/v1`, TOKEN: token }
  try {
    expect(examples.length).toBeGreaterThan(8)
    for (const { command, promised, kept } of examples) {
      const { stdout } = await promisify(execFile)('bash', ['-c', `${command.trim()} -s`], { env })
      const [said, wanted] = [read(stdout), read(promised)]
      expect([command, said.status, said.body]).toEqual([command, wanted.status, expect.anything()])
      expect(said.headers).toMatchObject(wanted.headers)
      if (wanted.body !== '')
        expect(JSON.parse(said.body)).toMatchObject(JSON.parse(wanted.body) as object)
      if (kept) Object.assign(env, { [kept]: (JSON.parse(said.body) as { id: string }).id })
    }
    // What they have made is what the client finds.
    const [, program = '', printed = ''] =
      /```ts\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/.exec(docs) ?? []
    expect(await runGeneratedClient(program, env)).toBe(printed)
  } finally {
    server.close()
  }
})

it('lists every endpoint', () => {
  const cells = endpoints.map(({ method, path, scope, summary }) => [
    ...[`\`${method} ${path}\``, `\`${scope}\``, summary.replaceAll('|', '\\|')],
  ])
  const listed = docs
    .slice(docs.indexOf('## All endpoints'))
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(/ *(?<!\\)\| */).slice(1, -1))
  expect(listed).toEqual(cells)
})
