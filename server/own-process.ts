import 'server-only'
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** A compiled program (scripts/compile.mjs) that reads what strangers made, and what it may cost. */
type Program = {
  name: string
  /** How long it may work, once it says by a byte on its third descriptor that it is loaded. */
  clockMs: number
  memoryMb: number
  /** How long its answer may be, in bytes. */
  longest: number
}

/** Why a program gave no answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'

  constructor(readonly why: 'slow' | 'failed') {
    super(why)
  }
}

/** Starting a process takes its time on a busy machine; that is no fault of what it is to read. */
const START_MS = 8_000

/**
 * Gives bytes to a program in a process of its own and returns what it says. A file that breaks it,
 * holds it up or fills its memory harms nothing else.
 *
 * @param order what it is to do, as it reads it from its first argument.
 * @throws NoAnswer where it is too slow, or ends otherwise than it should.
 */
export function runProgram(program: Program, order: unknown, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const path = join(/* turbopackIgnore: true */ process.cwd(), 'dist', `${program.name}.js`)
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${program.memoryMb}`, path, JSON.stringify(order)],
      {
        stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
        // It needs nothing of ours: no secret, no database.
        env: { NODE_ENV: 'production' },
      },
    )
    let late = false
    const stop = () => {
      late = true
      child.kill('SIGKILL')
    }
    let limit = setTimeout(stop, START_MS)
    child.stdio[3]?.once('data', () => {
      clearTimeout(limit)
      limit = setTimeout(stop, program.clockMs)
    })
    const { stdin, stdout } = child
    if (!stdin || !stdout) return reject(new NoAnswer('failed'))
    const chunks: Buffer[] = []
    let size = 0
    stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > program.longest) child.kill('SIGKILL')
      else chunks.push(chunk)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(limit)
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'))
      else reject(new NoAnswer(late ? 'slow' : 'failed'))
    })
    stdin.on('error', () => undefined)
    stdin.end(bytes)
  })
}
