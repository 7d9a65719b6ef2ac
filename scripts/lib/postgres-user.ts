import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { Trouble } from './trouble'

/**
 * The user that PostgreSQL runs as. Empty: the user who started us.
 */
export type RunAs = { uid?: number; gid?: number }

/**
 * PostgreSQL refuses to run as root: there it runs as the owner of an existing database folder,
 * else as the user `postgres`, who is made when missing.
 */
export function postgresUser(clusterFolder: string): RunAs {
  if (process.getuid?.() !== 0) return {}
  if (existsSync(clusterFolder)) {
    const { uid, gid } = statSync(clusterFolder)
    if (uid !== 0) return { uid, gid }
  }
  return lookUp() ?? create()
}

function lookUp(): RunAs | null {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number.parseInt(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout ?? '', 10),
  )
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : null
}

function create(): RunAs {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ]
  for (const [command, ...options] of ways) {
    try {
      execFileSync(command as string, options, { stdio: 'ignore' })
    } catch {
      continue
    }
    const made = lookUp()
    if (made) return made
  }
  throw new Trouble(
    'PostgreSQL does not run as root, and the user "postgres" could not be made. Start Throughline as an ordinary user, or give it a database with DATABASE_URL.',
  )
}

/** Whether that user can enter a folder, through every folder above it. */
export function canEnter(folder: string, user: RunAs) {
  if (user.uid === undefined) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1" 2>/dev/null', 'sh', folder], { ...user, cwd: '/' })
      .status === 0
  )
}
