import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../lib/paths'

const unit = readFileSync(join(root, 'deploy', 'throughline.service'), 'utf8')
const has = spawnSync('systemd-analyze', ['--version']).status === 0
const title = has
  ? 'systemd takes every line of the unit'
  : 'systemd-analyze is not on this machine (apt-get install systemd)'

it('the unit starts what npm start does, and gives the database time to stop', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  expect(unit).toContain(`\nExecStart=/usr/bin/${scripts.start}\n`)
  expect(unit).toContain('\nKillMode=mixed\n')
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThanOrEqual(45)
})

it.skipIf(!has)(title, () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-unit-'))
  const file = join(folder, 'throughline.service')
  try {
    // It looks whether the program is there, too.
    writeFileSync(file, unit.replace('/usr/bin/node', process.execPath))
    const { stderr, status } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    writeFileSync(file, unit.replace('NoNewPrivileges', 'NoNewPriviledges'))
    const wrong = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
    expect(wrong.stderr).toContain('NoNewPriviledges')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
