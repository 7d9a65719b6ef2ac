import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { until } from '../lib/processes'

const folder = mkdtempSync(join(tmpdir(), 'throughline-ending-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('what a process has in memory is written when its supervisor is killed', async () => {
  const file = join(folder, 'file')
  const program = join(import.meta.dirname, 'ending-test-support.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await ended
  expect(await until(() => existsSync(file), 10_000)).toBe(true)
})
