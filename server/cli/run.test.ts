import { afterEach, describe, expect, it } from 'vitest'
import { SHIFT_MS } from '@/scripts/testing/clock'
import { asOwner, emptyTestDatabase } from '@/scripts/testing/database'
import { shareReaderFor } from '../auth/share-reader'
import { GOOD_PASSWORD, useTestDatabase } from '../auth/test-support'
import { newCampaign } from '../shares/test-support'
import { runCommand } from './run'

useTestDatabase()

afterEach(emptyTestDatabase)

const owner = ['--email', 'first@example.org', '--name', 'First Owner']
const other = ['--email', 'second@example.org', '--name', 'Second Owner']
const password = ['--password', GOOD_PASSWORD]

function setUp(workspace: string, ...more: string[]) {
  return runCommand(['setup', ...owner, ...password, '--workspace', workspace, ...more])
}

async function json<T>(...words: string[]): Promise<T> {
  const { code, out, err } = await runCommand([...words, '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as T
}

type Link = { id: string; url: string | null; state: string; expiresAt: string | null }

describe('the operator’s command line', () => {
  it('gives a set-up link while nobody is set up', async () => {
    const { url } = await json<{ url: string }>('setup-link')
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/set-up\?token=[\w-]{43}$/)
    expect((await setUp('Spheres coalition')).code).toBe(0)
    expect(await json('setup-link')).toEqual({ url: null })
  })

  it('adds members, with a password or an invitation to hand over', async () => {
    expect((await setUp('Spheres coalition')).code).toBe(0)
    const named = ['--email', 'second@example.org', '--name', 'Second Person']
    const added = await runCommand(['member', 'add', ...named, '--role', 'editor', ...password])
    expect(added).toMatchObject({ code: 0, out: 'Second Person is now a member.' })
    const invited = ['--email', 'third@example.org', '--role', 'contributor']
    const { out } = await runCommand(['member', 'add', ...invited])
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:3000\/invitation\/[\w-]{43}$/)
    expect(await json<{ role: string; email: string }[]>('member', 'list')).toMatchObject([
      { role: 'owner', email: 'first@example.org' },
      { role: 'editor', email: 'second@example.org' },
    ])
    expect(
      (await runCommand(['member', 'add', ...invited.slice(0, 2), '--role', 'boss'])).code,
    ).toBe(2)
  })

  it('makes a link for a forgotten password', async () => {
    expect((await setUp('Spheres coalition')).code).toBe(0)
    const { out } = await runCommand(['member', 'reset-link', '--email', 'First@example.org'])
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:3000\/reset\/[\w-]{43}$/)
    const unknown = await runCommand(['member', 'reset-link', '--email', 'nobody@example.org'])
    expect(unknown).toMatchObject({ code: 1, out: '' })
    expect((await runCommand(['member', 'reset-link'])).code).toBe(2)
  })

  it('goes from nothing to a shared link and its end', async () => {
    const made = await setUp('Spheres coalition', '--sample')
    expect(made).toMatchObject({ code: 0, err: '' })
    const [campaign] = await json<{ slug: string }[]>('campaign', 'list')
    const slug = campaign?.slug ?? ''
    expect(made.out).toContain(slug)

    const plain = await runCommand(['share', 'create', '--campaign', slug, '--expires', '7d'])
    expect(plain.out).toMatch(/^http:\/\/127\.0\.0\.1:3000\/s\/[0-9a-z]{26}$/)
    const link = await json<Link>('share', 'create', '--campaign', slug, '--expires', 'never')
    expect(link.expiresAt).toBeNull()
    const listed = await json<Link[]>('share', 'list')
    expect(listed.map(({ url }) => url)).toEqual([link.url, plain.out])

    expect((await runCommand(['share', 'revoke', link.id])).code).toBe(0)
    expect((await runCommand(['share', 'revoke', link.id])).code).toBe(0)
    expect(await shareReaderFor(link.url?.split('/').at(-1) ?? '')).toBeNull()
    expect(await json<Link[]>('share', 'list')).toMatchObject([
      { url: plain.out, state: 'live' },
      { id: link.id, url: null, state: 'revoked' },
    ])
  })

  it('adds the sample once', async () => {
    await setUp('Spheres coalition')
    expect(await json('sample')).toMatchObject({ created: true })
    expect(await json('sample')).toMatchObject({ created: false })
  })

  it('asks which workspace is meant when there are several', async () => {
    await setUp('First group')
    await setUp('Second group')
    expect(await runCommand(['campaign', 'list'])).toMatchObject({ code: 2, out: '' })
    expect((await runCommand(['campaign', 'list', '--workspace', 'Third'])).code).toBe(2)
    expect((await runCommand(['sample', '--workspace', 'second group'])).code).toBe(0)
    expect(await json('campaign', 'list', '--workspace', 'Second group')).toHaveLength(1)
    expect(await json('campaign', 'list', '--workspace', 'First group')).toEqual([])
  })

  it('fails in a sentence with exit code 1', async () => {
    expect(await runCommand(['campaign', 'list'])).toMatchObject({
      code: 1,
      out: '',
      err: 'No workspace yet. Create one with the setup command.',
    })
    await setUp('Spheres coalition')
    const missing = await runCommand(['share', 'create', '--campaign', 'none', '--json'])
    expect(missing).toMatchObject({ code: 1, out: '' })
    expect(JSON.parse(missing.err)).toMatchObject({ error: { code: 'not_found' } })
    const id = '0190c0de-0000-7000-8000-000000000000'
    expect((await runCommand(['share', 'revoke', id])).code).toBe(1)
  })

  it('answers what is typed wrongly with exit code 2 and the way to help', async () => {
    await setUp('Spheres coalition')
    const wrong = [
      ['shares'],
      ['share'],
      ['share', 'delete'],
      ['constructor'],
      ['campaign', 'list', 'more'],
      ['campaign', 'list', '--everything'],
      ['share', 'create'],
      ['share', 'create', '--campaign'],
      ['share', 'revoke'],
      ['share', 'revoke', '12'],
      ['setup', '--email', 'nobody'],
    ]
    for (const words of wrong) {
      const { code, out, err } = await runCommand(words)
      expect({ words, code, out }).toEqual({ words, code: 2, out: '' })
      expect(err).toContain('help')
    }
    expect(
      (await runCommand(['setup', ...other, '--password', 'short', '--workspace', 'x'])).code,
    ).toBe(2)
  })

  it('refuses a lens and a lifetime that do not exist', async () => {
    const { campaign } = await newCampaign()
    const create = ['share', 'create', '--campaign', campaign.slug]
    expect((await runCommand([...create, '--lens', 'all'])).err).toContain('--lens:')
    expect((await runCommand([...create, '--expires', 'soon'])).err).toContain('--expires:')
    expect(await json('share', 'list')).toEqual([])
  })

  it('examines the installation, and fails where something is wrong', async () => {
    expect((await setUp('Spheres coalition')).code).toBe(0)
    const sound = await runCommand(['doctor'])
    // On another day than the database's its clock is wrong, and nothing else.
    const wrong = SHIFT_MS === 0 ? 0 : 1
    expect({ ...sound, out: '' }).toEqual({ code: wrong, out: '', err: '' })
    expect(sound.out).toMatch(/^ok +Database role/m)
    expect(sound.out).toContain(` to look at, ${wrong} wrong.`)
    await asOwner('alter table entry no force row level security')
    const { code, out } = await runCommand(['doctor', '--json'])
    await asOwner('alter table entry force row level security')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toContainEqual({
      about: 'Row-level security',
      state: 'wrong',
      says: expect.stringContaining('entry') as string,
    })
  })

  it('helps', async () => {
    for (const words of [[], ['help'], ['--help'], ['-h']]) {
      const { code, out } = await runCommand(words)
      expect(code).toBe(0)
      for (const name of ['setup-link', 'sample', 'share revoke <id>']) expect(out).toContain(name)
    }
    expect((await runCommand(['share', 'create', '--help'])).out).toContain('--campaign <slug>')
    expect(await json('help')).toHaveLength(24)
  })
})
