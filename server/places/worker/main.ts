import 'server-only'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { serialize } from 'node:v8'
import { gatherTowns } from './gather'

// The file is there whole or not at all: who starts meanwhile reads the one before.
const [, , file = ''] = process.argv
const unfinished = `${file}.${process.pid}`
try {
  writeFileSync(unfinished, serialize(gatherTowns()))
  renameSync(unfinished, file)
} finally {
  rmSync(unfinished, { force: true })
}
