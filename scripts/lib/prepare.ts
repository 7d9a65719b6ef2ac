import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compileCommands } from '../compile.mjs'
import { hashOf } from './hash'
import { withLock } from './lock'
import { packStatic } from './pack-static'
import { programsFolder, root } from './paths'
import { lastLines, run } from './run'
import { say, step } from './progress'
import { isFullDisk, Trouble } from './trouble'

const sources = [
  'app',
  'components',
  'lib',
  'server',
  'prisma',
  'public',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** Writes what the sources lack: the database client and the file of the world's towns. */
export async function ensureGenerated() {
  await ensureClient()
  await ensureTowns()
}

/**
 * Writes the file of the world's towns when a package or what is done to its names changed: as the
 * app's own work it would hold up every visitor for seconds.
 */
export async function ensureTowns() {
  const isInput = (path: string) => !path.endsWith('.test.ts')
  const file = join(programsFolder, 'towns.bin')
  await ensure({
    name: 'towns written',
    stamp: join(programsFolder, 'towns.stamp'),
    // How Node writes values into a file may change with its version.
    wanted: `${hashOf(root, ['server/places', 'lib/search', 'package-lock.json'], isInput)} ${process.versions.v8}`,
    isThere: () => existsSync(file),
    work: async () => {
      const { code, output } = await run(process.execPath, [
        '--conditions=react-server',
        ...[join(programsFolder, 'pack-towns.js'), file],
      ])
      if (isFullDisk(output)) {
        throw new Trouble(
          'The disk is full, so the list of towns could not be written. Free some space, then start again.',
        )
      }
      if (code !== 0) throw new Error(`The towns could not be written:\n${lastLines(output, 40)}`)
    },
  })
}

/** Writes Prisma's client when the schema changed. */
async function ensureClient() {
  const isInput = (path: string) => path.endsWith('.prisma') || path === 'package-lock.json'
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

/** Makes the operators' commands ready to run, and the database client that they use. */
export async function ensureCommands() {
  await ensureGenerated()
  await compileCommands()
}

/** Builds the app when its sources changed since the last build. */
export async function ensureBuild() {
  const isInput = (path: string) =>
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
 */
async function ensure({
  name,
  stamp,
  wanted,
  isThere = () => true,
  work,
}: {
  name: string
  stamp: string
  wanted: string
  isThere?: () => boolean
  work: () => Promise<void>
}) {
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && isThere()
  if (isDone()) return
  const folder = join(root, '.throughline')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await withLock(
    join(folder, 'prepare.lock'),
    (holder) => say(`waiting for process ${holder}, which prepares the same folder`),
    async () => {
      if (isDone()) return
      rmSync(stamp, { force: true })
      await step(name, work)
      mkdirSync(dirname(stamp), { recursive: true })
      writeFileSync(stamp, wanted)
    },
  )
}
