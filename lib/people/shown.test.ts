import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { entryFields } from '../entries/fields/index'
import { kinds } from '../kinds/index'
import { sourceFields } from '../sources/fields'
import { made } from './shown'

it('nothing that is stored has the name of the sentence that is made', () => {
  const folder = join(import.meta.dirname, '../../prisma')
  const columns = readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^ +(\w+) +\w/gm)])
    .map(([, column]) => column)
  const details = Object.values(kinds).flatMap(({ fields }) => Object.keys(fields))
  const names = [...columns, ...details, ...Object.keys(entryFields), ...Object.keys(sourceFields)]
  expect(names).toContain('summary')
  expect(names).not.toContain(made)
})
