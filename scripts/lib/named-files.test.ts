import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './paths'

const rooms = [
  'app',
  'bench',
  'components',
  'deploy',
  'docs',
  'e2e',
  'lib',
  'prisma',
  'public',
  'scripts',
  'server',
]
const paths = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${room}/${path.replaceAll('\\', '/')}`,
  ),
)
const docs = ['docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
)

const isFile = /^[\w-]+\.(?:tsx?|mjs|css)$/

/** The files and folders that a text names in backticks; a pattern or a placeholder is neither. */
function namedIn(text: string): string[] {
  return [...text.matchAll(/`([\w./()-]+)`/g)]
    .map(([, name = '']) => name.replace(/\/$/, ''))
    .filter((name) => !/^server\/x\//.test(name))
    .filter((name) => rooms.some((room) => name.startsWith(`${room}/`)) || isFile.test(name))
}

/** Whether there is such a file or folder; a name alone may be in any folder. */
function isThere(name: string): boolean {
  const end = `/${name}`
  return paths.some((path) => path === name || (isFile.test(name) && path.endsWith(end)))
}

describe('the files that the documentation names', () => {
  it('are read from it', () => {
    expect(namedIn('`lib/a.ts`, `b.tsx`, `server/x/queries.ts`, `npm test`, `lib/`')).toEqual([
      'lib/a.ts',
      'b.tsx',
    ])
    expect(isThere('lib/no-such-file.ts')).toBe(false)
  })

  it.each(docs)('are there: %s', (doc) => {
    const named = namedIn(readFileSync(join(root, doc), 'utf8'))
    expect(named.filter((name) => !isThere(name))).toEqual([])
  })
})
