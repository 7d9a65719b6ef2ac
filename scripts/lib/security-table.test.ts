import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './paths'

/** The rows of the table in docs/security.md: a file of tests, and the title of one in it. */
const rows = readFileSync(join(root, 'docs', 'security.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, file, title] = /^\| .+ \| `([^`]+)`: (.+) \|$/.exec(line) ?? []
    return file && title ? [{ file, title: title.trim() }] : []
  })

it('is read as a table', () => {
  expect(rows.length).toBeGreaterThan(60)
})

it.each(rows)('$file has the test "$title"', ({ file, title }) => {
  const path = join(root, file)
  expect(existsSync(path)).toBe(true)
  expect(readFileSync(path, 'utf8')).toContain(`'${title}'`)
})
