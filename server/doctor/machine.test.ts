import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { ARCHIVE_STATE, type ArchiveState } from '../backup/file/archive-state'
import { rememberBackup } from '../backup/last-backup'
import { env } from '../env'
import { machineFindings, type Machine } from './machine'
import { findingOf as of } from './test-support'

useTestDatabase()

const machine: Machine = {
  url: new URL('https://record.example.org'),
  dataFolder: '/tmp',
  trustedProxies: '10.0.0.1',
  ownDatabase: false,
}

describe('the machine', () => {
  const state = async (about: string, more: Partial<Machine>) =>
    of(await machineFindings({ ...machine, ...more }), about)?.state

  it('is reached by https', async () => {
    expect(await state('Address', {})).toBe('ok')
    expect(await state('Address', { trustedProxies: '' })).toBe('look')
    expect(await state('Address', { url: new URL('http://127.0.0.1:3000') })).toBe('look')
    expect(await state('Address', { url: new URL('http://record.example.org') })).toBe('wrong')
  })

  it('has space on its disk', async () => {
    const free = (bytes: number) => ({ freeBytes: () => Promise.resolve(bytes) })
    expect(await state('Disk', free(50e9))).toBe('ok')
    expect(await state('Disk', free(1e9))).toBe('look')
    expect(await state('Disk', free(1e8))).toBe('wrong')
    expect(await state('Disk', { dataFolder: '/nowhere' })).toBe('wrong')
  })

  it('has a Node that is new enough', async () => {
    expect(await state('Node', { nodeVersion: '20.19.0' })).toBe('ok')
    expect(await state('Node', { nodeVersion: '20.18.3' })).toBe('wrong')
  })

  it('is told how to back up a database of the operator', async () => {
    const findings = await machineFindings({ ...machine, ownDatabase: true })
    expect(of(findings, 'Backup')?.says).toContain('pg_dump')
  })
})

describe('a backup', () => {
  const says = async (hours: number, bytes: number | null = 1) => {
    const at = '2026-02-13T12:00:00.000Z'
    const file = join(env().dataFolder, 'one.zip')
    if (bytes !== null) writeFileSync(file, 'x'.repeat(bytes))
    else rmSync(file, { force: true })
    rememberBackup({ at, bytes: 1, file })
    const now = new Date(Date.parse(at) + hours * 3_600_000)
    return of(await machineFindings(machine, now), 'Backup')
  }

  it('is to be looked at where its file is gone, or is not what it was', async () => {
    expect(await says(1)).toMatchObject({ state: 'ok' })
    expect(await says(1, null)).toMatchObject({
      state: 'look',
      says: expect.stringContaining('not there any more') as string,
    })
    expect(await says(1, 0)).toMatchObject({
      state: 'look',
      says: expect.stringContaining('It is 0 bytes now, and was 1') as string,
    })
  })

  it('is well while it is of these days, and to be looked at afterwards', async () => {
    expect(await says(3)).toMatchObject({ state: 'ok' })
    expect((await says(3))?.says).toContain(
      `3 hours ago and read back whole: ${join(env().dataFolder, 'one.zip')}`,
    )
    expect(await says(49)).toMatchObject({ state: 'look' })
  })
})

describe('the archive of the last days', () => {
  const until = '2026-02-13T12:00:00.000Z'
  const says = async (more: Partial<ArchiveState>, hours = 0, ownDatabase = false) => {
    const state: ArchiveState = {
      ...{
        days: 3,
        folder: '/elsewhere/archive',
        former: [],
        stretch: null,
        bytes: 5e6,
        trouble: null,
      },
      ...{ from: '2026-02-10T12:00:00.000Z', until },
      ...more,
    }
    writeFileSync(join(env().dataFolder, ARCHIVE_STATE), JSON.stringify(state))
    const now = new Date(Date.parse(until) + hours * 3_600_000)
    return of(await machineFindings({ ...machine, ownDatabase }, now), 'Archive')
  }

  it('is well while it is written, says how far it reaches, and why where it does not', async () => {
    const well = await says({})
    expect(well).toMatchObject({ state: 'ok' })
    expect(well?.says).toContain('from 2026-02-10T12:00:00.000Z to 2026-02-13T12:00:00.000Z')
    expect(await says({}, 1)).toMatchObject({ state: 'look' })
    expect(await says({ from: null, until: null })).toMatchObject({ state: 'look' })
    expect((await says({ days: 0 }))?.says).toContain('THROUGHLINE_ARCHIVE is 0')
    const trouble = { says: 'The disk is full.', since: until }
    expect(await says({ trouble })).toMatchObject({ state: 'wrong', says: 'The disk is full.' })
    expect(await says({ trouble }, 0, true)).toMatchObject({ state: 'ok' })
  })
})
