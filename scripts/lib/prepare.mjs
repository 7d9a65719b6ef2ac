import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashOf } from './hash.mjs'
import { withLock } from './lock.mjs'
import { packStatic } from './pack-static.mjs'
import { root } from './paths.mjs'
import { lastLines, run } from './run.mjs'
import { say, step } from './steps.mjs'
import { isFullDisk, Trouble } from './trouble.mjs'

const sources = [
  'app',
  'components',
  'lib',
  'server',
  'prisma',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** Installs the packages when they are missing or not those of the lock file. */
export async function ensurePackages() {
  const wanted = hashOf(root, ['package-lock.json'])
  await ensure({
    name: 'packages installed',
    stamp: join(root, 'node_modules', '.throughline-packages'),
    wanted,
    // Whoever ran npm by hand need not wait for it again.
    alreadyDone: () => npmInstalled(),
    work: async () => {
      const { code, output } = await run('npm', ['ci', '--ignore-scripts', '--include=dev'])
      if (code === 0) return
      if (isFullDisk(output))
        throw new Trouble(
          'The disk is full, so npm could not install the packages. Free some space, then start again.',
        )
      throw new Trouble(
        `npm could not install the packages. It said:\n${npmErrors(output)}\nCheck the connection to npm's registry, then start again.`,
      )
    },
  })
}

/**
 * What npm said went wrong, without its manual, which it adds at the end.
 *
 * @param {string} output
 */
function npmErrors(output) {
  const errors = output.split('\n').filter((line) => line.startsWith('npm error'))
  return errors.length === 0 ? lastLines(output) : errors.slice(0, 8).join('\n')
}

/** Whether every package of the lock file is noted as installed, in its version. */
function npmInstalled() {
  const noted = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const has = JSON.parse(readFileSync(noted, 'utf8')).packages
  const wants = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wants).every(
    ([path, { version, optional, peer }]) =>
      path === '' || has[path]?.version === version || (!has[path] && (optional || peer)),
  )
}

/** Writes Prisma's client when the schema changed. */
export async function ensureClient() {
  const isInput = (/** @type {string} */ path) =>
    path.endsWith('.prisma') || path === 'package-lock.json'
  await ensure({
    name: 'database client written',
    stamp: join(root, 'prisma', 'generated', '.stamp'),
    wanted: hashOf(root, ['prisma', 'package-lock.json'], isInput),
    work: async () => {
      const { code, output } = await run(
        process.execPath,
        [join('node_modules', 'prisma', 'build', 'index.js'), 'generate'],
        {
          // Generating does not run it, but would download it.
          PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
        },
      )
      if (code !== 0) throw new Error(`prisma generate failed:\n${lastLines(output, 40)}`)
    },
  })
}

/** Builds the app when its sources changed since the last build. */
export async function ensureBuild() {
  const isInput = (/** @type {string} */ path) =>
    !/\.test\.tsx?$/.test(path) && !path.startsWith('prisma/generated/')
  await ensure({
    name: 'app built',
    stamp: join(root, '.next', 'throughline-build'),
    wanted: hashOf(root, sources, isInput) + ' packed' + (process.env.NEXT_PUBLIC_BASE_PATH ?? ''),
    work: async () => {
      const { code, output } = await run(
        process.execPath,
        [join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
        { NODE_ENV: 'production' },
      )
      if (code === 0) return packStatic(join(root, '.next', 'static'))
      if (isFullDisk(output)) {
        throw new Trouble(
          'The disk is full, so the app could not be built. Free some space, then start again.',
        )
      }
      throw new Error(`The app could not be built:\n${lastLines(output, 60)}`)
    },
  })
}

/**
 * Does work whose result is kept in the clone, unless it was done for the same input. One process
 * at a time: two starts at once share one clone.
 *
 * @param {{ name: string, stamp: string, wanted: string, alreadyDone?: () => boolean,
 *   work: () => Promise<void> }} task
 */
async function ensure({ name, stamp, wanted, alreadyDone, work }) {
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isDone()) return
  const folder = join(root, '.throughline')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await withLock(
    join(folder, 'prepare.lock'),
    (holder) => say(`waiting for process ${holder}, which prepares the same folder`),
    async () => {
      if (isDone()) return
      if (!alreadyDone?.()) {
        rmSync(stamp, { force: true })
        await step(name, work)
      }
      mkdirSync(dirname(stamp), { recursive: true })
      writeFileSync(stamp, wanted)
    },
  )
}
