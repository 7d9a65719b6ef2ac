// @ts-check
// What must happen before TypeScript can run: the packages are installed and the programs compiled.
// Plain JavaScript with nothing but Node's own modules; everything else belongs in TypeScript.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compile, programs } from './compile.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (/** @type {string[]} */ ...names) => join(root, ...names)

/** Runs the program that the command line names, with the words that follow it. */
export async function runProgram() {
  const [name = ''] = process.argv.splice(2, 1)
  try {
    if (!Object.hasOwn(programs, name)) throw new Error(`There is no program "${name}".`)
    await ensurePackages()
    await compile()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
    return
  }
  await import(pathToFileURL(at('dist', `${name}.js`)).href)
}

/** Installs the packages when they are missing or are not those of the lock file. */
export async function ensurePackages() {
  const stamp = at('node_modules', '.throughline-packages')
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isDone()) return
  await alone(async () => {
    if (isDone()) return
    // Whoever ran npm by hand need not wait for it again.
    if (!npmInstalled()) await install()
    writeFileSync(stamp, wanted)
  })
}

/** Whether npm noted every package of the lock file as installed, in its version. */
function npmInstalled() {
  const noted = at('node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const has = JSON.parse(readFileSync(noted, 'utf8')).packages
  const wants = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
  return Object.entries(wants).every(
    ([path, { version, optional, peer }]) =>
      path === '' || has[path]?.version === version || (!has[path] && (optional || peer)),
  )
}

async function install() {
  const begin = performance.now()
  const child = spawn('npm', ['ci', '--ignore-scripts', '--include=dev'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm is a script with another name there.
    shell: process.platform === 'win32',
  })
  const stop = () => child.kill()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const code = await new Promise((resolve) => {
    child.on('error', (error) => ((output += error.message), resolve(1)))
    child.on('close', resolve)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop)
  const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(6)
  if (code === 0) return console.error(`${seconds} s  packages installed`)
  if (/No space left on device|ENOSPC/i.test(output)) {
    throw new Error(
      'The disk is full, so npm could not install the packages. Free some space, then start again.',
    )
  }
  // Without npm's manual, which it adds at the end.
  const lines = output.trim().split('\n')
  const errors = lines.filter((line) => line.startsWith('npm error')).slice(0, 8)
  throw new Error(
    `npm could not install the packages. It said:\n${(errors.length > 0 ? errors : lines.slice(-12)).join('\n')}\nCheck the connection to npm's registry, then start again.`,
  )
}

/**
 * Does work that one process may do at a time. Its lock is touched every second while it lives, so
 * that the lock of a killed one counts for nothing.
 *
 * @param {() => Promise<void>} work
 */
async function alone(work) {
  mkdirSync(at('.throughline'), { recursive: true, mode: 0o700 })
  const lock = at('.throughline', 'packages.lock')
  const mine = `${lock}.${process.pid}`
  const isStale = (/** @type {string} */ file) =>
    Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > 15_000
  writeFileSync(mine, '')
  try {
    for (let waited = false; !link(mine, lock); waited = true) {
      if (!waited) console.error('waiting for another start, which installs the packages')
      if (isStale(lock)) {
        renameSync(lock, `${mine}.old`)
        // Somebody was quicker, and this is a living lock: back with it.
        if (!isStale(`${mine}.old`)) link(`${mine}.old`, lock)
        rmSync(`${mine}.old`, { force: true })
      }
      await sleep(200)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), 1_000)
  try {
    await work()
  } finally {
    clearInterval(beat)
    rmSync(lock, { force: true })
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function link(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}
