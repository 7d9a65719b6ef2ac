import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/installation'

const OWNER = [
  '--email',
  'organizer@example.org',
  '--name',
  'An organizer',
  '--workspace',
  'Workers',
]

test('what was saved is there after kill -9 of app, database and supervisor', async ({
  emptyInstallation: installation,
}) => {
  await installation.cli(
    'setup',
    ...OWNER,
    '--password',
    'four quiet lanterns drifting',
    '--sample',
  )
  const saved = await installation.cli('campaign', 'list')
  expect(saved).toHaveLength(1)

  await installation.kill9App()
  await installation.kill9Database()
  expect((await fetch(`${installation.url}/sign-in`)).status).toBe(200)
  expect(await installation.cli('campaign', 'list')).toEqual(saved)

  const { apps, postmaster } = JSON.parse(
    readFileSync(join(installation.dataFolder, 'connection.json'), 'utf8'),
  ) as { apps: number[]; postmaster: number }
  await installation.kill9Supervisor()
  await expect.poll(() => [...apps, postmaster].filter(isAlive), { timeout: 60_000 }).toEqual([])

  await installation.restart()
  expect(await installation.cli('campaign', 'list')).toEqual(saved)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
