import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunAs } from './postgres-user'
import { isFullDisk, Trouble } from './trouble'

/**
 * Makes the database folder under another name and renames it at the end, so that a half made one
 * is never taken for whole.
 */
export function initialise({
  bin,
  folder,
  user,
  password,
  throwAway,
}: {
  bin: string
  folder: string
  user: RunAs
  password: string
  throwAway?: boolean
}) {
  const unfinished = `${folder}.new`
  const passwordFile = `${folder}.first-password`
  rmSync(unfinished, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(unfinished, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  const result = spawnSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of words on every machine, whatever languages it has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(throwAway ? ['--no-sync'] : []),
    ],
    { ...user, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  )
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw whyNotStarted(result.error ? result.error.message : result.stderr)
  }
  renameSync(unfinished, folder)
}

/** @param text what the program said */
export function whyNotStarted(text: string): Trouble {
  if (isFullDisk(text)) {
    return new Trouble(
      'The disk is full, so the database cannot start. Free some space, then start again.',
    )
  }
  const last = text.trim().split('\n').slice(-8).join('\n')
  return new Trouble(
    `PostgreSQL could not start. It said:\n${last}\nOr give Throughline another database with DATABASE_URL.`,
  )
}
