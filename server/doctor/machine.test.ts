import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { rememberBackup } from '../backup/last-backup'
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
  const says = async (hours: number) => {
    const at = '2026-02-13T12:00:00.000Z'
    rememberBackup({ at, bytes: 1, file: '/elsewhere/one.zip' })
    const now = new Date(Date.parse(at) + hours * 3_600_000)
    return of(await machineFindings(machine, now), 'Backup')
  }

  it('is well while it is of these days, and to be looked at afterwards', async () => {
    expect(await says(3)).toMatchObject({ state: 'ok' })
    expect((await says(3))?.says).toContain('3 hours ago and read back whole: /elsewhere/one.zip')
    expect(await says(49)).toMatchObject({ state: 'look' })
  })
})
