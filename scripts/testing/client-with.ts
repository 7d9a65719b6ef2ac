import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/**
 * Writes a database client for the schema with one more line in a model, as adding a column does.
 *
 * @returns the folder of the client, which the caller removes
 */
export function clientWith(line: string, [file, model] = ['entries.prisma', 'Entry']): string {
  const schema = mkdtempSync(join(tmpdir(), 'throughline-schema-'))
  const output = mkdtempSync(join(root, 'prisma', 'generated', 'with-a-field-'))
  try {
    cpSync(join(root, 'prisma'), schema, {
      recursive: true,
      filter: (path) => path === join(root, 'prisma') || path.endsWith('.prisma'),
    })
    change(join(schema, 'schema.prisma'), '"./generated"', JSON.stringify(output))
    change(join(schema, file), `model ${model} {`, `model ${model} {\n  ${line}`)
    execFileSync(
      process.execPath,
      [join('node_modules', 'prisma', 'build', 'index.js'), 'generate', '--schema', schema],
      // Generating does not run the engine, but would download it.
      { cwd: root, env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath } },
    )
  } finally {
    rmSync(schema, { recursive: true })
  }
  return output
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no ${from}.`)
  writeFileSync(file, text.replace(from, to))
}
