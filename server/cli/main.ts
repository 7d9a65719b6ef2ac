import 'server-only'
import { closeDatabase } from '../db'
import { runCommand } from './run'

// Notes from one library of ours to another (Prisma asks pg two things at once) would stand among
// the lines that an operator reads.
process.noDeprecation = true

// The entry point of `npm run cli`, which sets the configuration before it starts this.
const { code, out, err } = await runCommand(process.argv.slice(2))
if (out !== '') process.stdout.write(`${out}\n`)
if (err !== '') process.stderr.write(`${err}\n`)
process.exitCode = code
await closeDatabase()
