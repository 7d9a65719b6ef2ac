// @ts-check
// Compiles our programs that run outside of Next, so that Node starts them as fast as JavaScript.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (/** @type {string[]} */ ...names) => join(root, ...names)

/** What is compiled into dist/, by name: those that run.mjs can start, and those that they start. */
export const programs = {
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  cli: 'scripts/cli.ts',
  check: 'scripts/check.ts',
  migration: 'scripts/migration.ts',
  serve: 'scripts/serve.ts',
  readers: 'scripts/readers.ts',
  keeper: 'scripts/lib/keeper.ts',
  hash: 'server/auth/worker/hash.ts',
  encode: 'server/photos/worker/encode.ts',
  'read-document': 'server/capture/worker/read.ts',
  'read-workbook': 'server/imports/worker/read.ts',
  'pack-towns': 'server/places/worker/main.ts',
}

/** Part of the server's code, with the database client, which must have been written (`ensureCommands`). */
const commands = { commands: 'server/cli/main.ts' }

/** Node wants to be told what a file of JSON is, so those of packages are compiled in as ours are. */
const jsonOfPackages = {
  name: 'json-of-packages',
  setup: (/** @type {import('esbuild').PluginBuild} */ build) =>
    build.onResolve({ filter: /^[^.].*\.json$/ }, ({ path }) =>
      path.startsWith('@/') ? undefined : { path: createRequire(at('package.json')).resolve(path) },
    ),
}

/** Compiles the programs that need no database client, which is all but the commands. */
export const compile = () => compileChanged(programs, 'sources.json')

/** Compiles the operators' commands. */
export const compileCommands = () => compileChanged(commands, 'sources-of-commands.json')

/**
 * Compiles into dist/ when a source changed. Each program is one file that is there whole or not at
 * all, so that two starts at once do not disturb each other.
 *
 * @param {Record<string, string>} programs
 * @param {string} note
 */
async function compileChanged(programs, note) {
  const noted = at('dist', note)
  const known = existsSync(noted) ? JSON.parse(readFileSync(noted, 'utf8')) : null
  if (known && known.hash === hashOf(programs, known.files)) return
  const { build } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    plugins: [jsonOfPackages],
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  mkdirSync(at('dist'), { recursive: true })
  for (const { path, contents } of outputFiles) writeWhole(path, contents)
  const files = Object.keys(metafile.inputs).sort()
  writeWhole(noted, JSON.stringify({ hash: hashOf(programs, files), files }))
}

/**
 * @param {Record<string, string>} programs
 * @param {string[]} files
 */
function hashOf(programs, files) {
  const hash = createHash('sha256').update(JSON.stringify(programs))
  for (const name of files) {
    const content = existsSync(at(name)) ? readFileSync(at(name)) : ''
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} file
 * @param {string | Uint8Array} content
 */
function writeWhole(file, content) {
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, content)
  renameSync(unfinished, file)
}
