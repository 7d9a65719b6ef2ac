// npm run bench: runs every bench that stands in this folder, one after the other, since two at
// once would measure each other. Names may follow, and then a bench's own options:
// npm run bench -- timeline --sizes 100,1000
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from '../scripts/bootstrap.mjs'
import { compile } from '../scripts/compile.mjs'

const folder = dirname(fileURLToPath(import.meta.url))
const found = readdirSync(folder, { withFileTypes: true })
  .map((entry) => (entry.isDirectory() ? join(entry.name, 'run.mjs') : entry.name))
  .filter(
    (name) => /\.(mjs|ts)$/.test(name) && name !== 'run.mjs' && existsSync(join(folder, name)),
  )
  .map((name) => ({ name: basename(name.replace(/[\\/]run\.mjs$|\.(mjs|ts)$/, '')), file: name }))

const words = process.argv.slice(2)
const firstOption = words.findIndex((word) => word.startsWith('--'))
const wanted = firstOption < 0 ? words : words.slice(0, firstOption)
const options = firstOption < 0 ? [] : words.slice(firstOption)
const unknown = wanted.find((one) => !found.some(({ name }) => name === one))
if (unknown) {
  console.error(`There is no bench "${unknown}": ${found.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}

const byName = ['guards', 'besieged', 'kills', 'soak', 'full-disk']

await ensurePackages()
await compile()
for (const { name, file } of found) {
  // These take long, and are run by their names alone.
  if (wanted.length === 0 ? byName.includes(name) : !wanted.includes(name)) continue
  console.log(`\n${name}`)
  // As the operators' commands run: TypeScript, and modules that are for the server alone.
  const { status } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', join(folder, file), ...options],
    { stdio: 'inherit', cwd: join(folder, '..') },
  )
  if (status !== 0) process.exitCode = 1
}
