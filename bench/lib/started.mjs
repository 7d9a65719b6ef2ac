import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { root } from '../../scripts/lib/paths.ts'
import { freePort } from '../../scripts/lib/ports.ts'
import { run } from '../../scripts/lib/run.ts'
import { member } from './installed.mjs'

/**
 * Starts Throughline as a person does, with its supervisor and a database that keeps its promises, and
 * one member.
 *
 * @param {(() => unknown)[]} undo gets what ends it, to be called from the last one on
 * @param {{ folder?: string }} [options] the data folder; a temporary one else
 */
export async function startSupervised(undo, { folder } = {}) {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  if (!folder) undo.push(() => rmSync(data, { recursive: true, force: true }))
  const environment = {
    ...{ THROUGHLINE_DATA: data, HOST: '127.0.0.1', PORT: `${await freePort()}` },
    ...{ DATABASE_URL: '', DATABASE_OWNER_URL: '', THROUGHLINE_URL: '' },
  }
  const supervisor = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  undo.push(async () => {
    if (supervisor.exitCode !== null || supervisor.signalCode !== null) return
    const end = new Promise((resolve) => supervisor.once('exit', resolve))
    supervisor.kill('SIGINT')
    await end
  })
  let said = ''
  for (const stream of [supervisor.stdout, supervisor.stderr])
    stream.on('data', (chunk) => (said += chunk))
  await new Promise((resolve, reject) => {
    const look = setInterval(() => {
      if (!said.includes('Ctrl-C')) return
      clearInterval(look)
      resolve(null)
    }, 100)
    supervisor.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)))
  })
  const account = ['--email', member.email, '--name', 'Bench', '--password', member.password]
  const words = ['setup', ...account, '--workspace', 'Bench', '--sample']
  const { code, output } = await run(
    process.execPath,
    ['scripts/run.mjs', 'cli', ...words],
    environment,
  )
  if (code !== 0) throw new Error(output)
  /** The numbers of the processes now, and how the database is reached. */
  const connection = () => JSON.parse(readFileSync(join(data, 'connection.json'), 'utf8'))
  /** A connection as the superuser, who sees every row. */
  const connect = async () => {
    const url = new URL(connection().databaseUrl)
    url.username = 'postgres'
    url.password = readFileSync(join(data, 'postgres.password'), 'utf8').trim()
    const client = new pg.Client({ connectionString: url.href })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  return { url: connection().url, folder: data, connection, connect, said: () => said }
}
