import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../lib/ports'
import { postgresUser } from '../lib/postgres-user'

/** Whether PgBouncer is on this machine. */
export const hasPgbouncer = spawnSync('pgbouncer', ['--version']).status === 0

/** Said where it is not, in place of the test. */
export const withoutPgbouncer = 'PgBouncer is not on this machine (apt-get install pgbouncer).'

/**
 * PgBouncer in transaction mode before a database, with so few connections that those who work at the
 * same time take them from each other.
 *
 * @param url of the database, as the role that is to come through
 * @returns the address through it
 */
export async function startPgbouncer(url: string, { connections = 3 } = {}) {
  const { hostname, port, pathname, username, password } = new URL(url)
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pgbouncer-'))
  const listen = await freePort()
  const ini = join(folder, 'pgbouncer.ini')
  writeFileSync(join(folder, 'users'), `"${username}" "${password}"\n`)
  writeFileSync(
    ini,
    `[databases]
     ${pathname.slice(1)} = host=${hostname} port=${port}
     [pgbouncer]
     listen_addr = 127.0.0.1
     listen_port = ${listen}
     unix_socket_dir =
     auth_type = scram-sha-256
     auth_file = ${join(folder, 'users')}
     pool_mode = transaction
     default_pool_size = ${connections}
     logfile = ${join(folder, 'log')}`,
  )
  // Like PostgreSQL it refuses to run as root.
  const user = postgresUser('')
  if (user.uid !== undefined)
    for (const path of [folder, ini, join(folder, 'users')])
      chownSync(path, user.uid, user.gid ?? user.uid)
  const child = spawn('pgbouncer', ['--quiet', ini], { ...user, cwd: '/', stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const isThere = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(listen, '127.0.0.1', () => (socket.destroy(), resolve(true)))
      socket.once('error', () => resolve(false))
    })
  const limit = Date.now() + 60_000
  while (!(await isThere())) {
    if (child.exitCode !== null || Date.now() > limit) throw new Error('PgBouncer did not start.')
    // Between two looks whether it listens.
    await pause(20)
  }
  const through = new URL(url)
  ;[through.hostname, through.port] = ['127.0.0.1', String(listen)]
  return { url: through.href, stop }
}
