import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/lib/ports'
import type { Installation } from '../support/installation'

/** Something that answers on this machine, until it is stopped. */
export type Running = { url: string; stop: () => Promise<void> }

/**
 * A second instance of the app on an installation's database, as a second machine would run it.
 *
 * @param environment added to what it needs
 */
export async function startSecondInstance(
  { url, dataFolder }: Installation,
  environment: Record<string, string> = {},
): Promise<Running> {
  const { databaseUrl } = JSON.parse(readFileSync(join(dataFolder, 'connection.json'), 'utf8')) as {
    databaseUrl: string
  }
  const port = await freePort()
  const child = spawn(process.execPath, ['dist/serve.js'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      THROUGHLINE_SECRET: readFileSync(join(dataFolder, 'secret.key'), 'utf8').trim(),
      THROUGHLINE_URL: url,
      THROUGHLINE_DATA: dataFolder,
      HOST: '127.0.0.1',
      PORT: String(port),
      NODE_ENV: 'production',
      ...environment,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const message = await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`The second instance ended with ${code}.`)))
  })
  if (!(message as { listening?: true }).listening) throw new Error(JSON.stringify(message))
  return { url: `http://127.0.0.1:${port}`, stop: () => end(child) }
}

/** Whether nginx is on this machine. */
export const hasNginx = spawnSync('nginx', ['-v']).status === 0

/** nginx with the shipped configuration, in front of these instances. */
export async function startNginx(instances: readonly string[]): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-nginx-'))
  const port = await freePort()
  mkdirSync(join(folder, 'cache'))
  const servers = instances.map((url) => `server ${new URL(url).host};`).join('\n')
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replace(/(?: *server 127\.0\.0\.1:\d+;\n)+/, `${servers}\n`)
    .replace('/dev/shm/throughline', join(folder, 'cache'))
    .replace('/var/log/nginx', folder)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
  writeFileSync(join(folder, 'site.conf'), site)
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}
     daemon off;
     pid ${folder}/nginx.pid;
     error_log ${folder}/error.log;
     events {}
     http {
       access_log off;
       client_body_temp_path ${folder}/body;
       proxy_temp_path ${folder}/proxy;
       fastcgi_temp_path ${folder}/fastcgi;
       uwsgi_temp_path ${folder}/uwsgi;
       scgi_temp_path ${folder}/scgi;
       include ${folder}/site.conf;
     }`,
  )
  const options = ['-p', folder, '-e', `${folder}/error.log`, '-c', `${folder}/nginx.conf`]
  execFileSync('nginx', ['-t', '-q', ...options])
  const child = spawn('nginx', options, { stdio: ['ignore', 'inherit', 'inherit'] })
  const stop = async () => {
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
  const limit = Date.now() + 60_000
  while (!existsSync(join(folder, 'nginx.pid'))) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error('nginx did not start.')
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { url: `http://127.0.0.1:${port}`, stop }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
