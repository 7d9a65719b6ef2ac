import 'server-only'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import openapiTypes, { astToString } from 'openapi-typescript'
import ts from 'typescript'

/**
 * Runs a program of TypeScript that asks an API through types which a generator makes of its OpenAPI
 * document, once the compiler accepts it.
 *
 * @param env with `API`, the address of the API.
 * @returns what it printed.
 * @throws Error with what the compiler says of it.
 */
export async function runGeneratedClient(
  program: string,
  env: NodeJS.ProcessEnv & { API: string },
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-client-'))
  try {
    const document = await (await fetch(`${env.API}/openapi.json`)).text()
    const path = join(folder, 'program.ts')
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    writeFileSync(join(folder, 'throughline.d.ts'), astToString(await openapiTypes(document)))
    writeFileSync(path, program)
    const problems = problemsIn(path)
    if (problems.length > 0) throw new Error(problems.join('\n'))
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', path], {
      ...{ cwd: folder, env },
    })
    return stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function problemsIn(path: string): string[] {
  const program = ts.createProgram([path], {
    ...{ strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true },
    ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: ['node'] },
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
