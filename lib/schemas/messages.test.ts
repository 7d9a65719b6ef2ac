import { expect, it } from 'vitest'
import { z } from 'zod'
import { entryKinds } from '../kinds/names'
import { entrySchema } from './entry'
import './messages'

const TODAY = '2026-11-28'
const modules = import.meta.glob<Record<string, unknown>>(
  ['./*.ts', '../../server/**/schema.ts', '!./*.test.ts', '!./messages.ts'],
  { eager: true },
)

/** Every schema of a form, by its name; those that know the day are made for one. */
function schemas(): [string, z.ZodType][] {
  const found: [string, z.ZodType][] = entryKinds.map((kind) => [
    `entry of ${kind}`,
    entrySchema(kind, TODAY),
  ])
  for (const [file, exported] of Object.entries(modules)) {
    for (const [name, value] of Object.entries(exported)) {
      if (!name.endsWith('Schema') || name === 'entrySchema') continue
      const schema = isMaker(value) ? value(made(name)) : value
      if (schema instanceof z.ZodType) found.push([`${file} ${name}`, schema])
    }
  }
  return found
}

// The parts of an entry take the whole context, the others the day.
const made = (name: string) =>
  /^(?:dateClaim|inquiry|replies)Schema$/.test(name) ? { today: TODAY } : TODAY

const isMaker = (value: unknown): value is (context: unknown) => unknown =>
  typeof value === 'function'

type Path = (string | number)[]

/** The paths of all fields of a schema, through lists, unions and defaults. */
function pathsIn(schema: z.core.$ZodType, path: Path = []): Path[] {
  const { def } = schema._zod
  const inner = def as Partial<Record<'innerType' | 'in' | 'element', z.core.$ZodType>>
  if (schema instanceof z.ZodObject) {
    const fields = z.record(z.string(), z.instanceof(z.ZodType)).parse(schema.shape)
    return Object.entries(fields).flatMap(([name, field]) => pathsIn(field, [...path, name]))
  }
  if (schema instanceof z.ZodArray)
    return [path, ...(inner.element ? pathsIn(inner.element, [...path, 0]) : [])]
  if (schema instanceof z.ZodUnion)
    return z
      .array(z.instanceof(z.ZodType))
      .parse(schema.options)
      .flatMap((option) => pathsIn(option, path))
  const next = inner.innerType ?? inner.in
  return next ? pathsIn(next, path) : [path]
}

function inputWith([name, ...rest]: Path, value: unknown): unknown {
  if (name === undefined) return value
  return typeof name === 'number' ? [inputWith(rest, value)] : { [name]: inputWith(rest, value) }
}

const WRONG: unknown[] = [
  ...['', ' ', 'x', '-1', '0', '2/3/2026', 'soon', '30 Feb 2026', 'http://', 'a b', '\0'],
  ...['\u202e', '1e99', 'z'.repeat(600_000), 'a;b;c', undefined, null, 7, NaN, true, {}],
  ...[[], ['x'], [''], Array.from({ length: 300 }, () => 'x'), [{}], [{ x: '1' }]],
]
const LIBRARY =
  /invalid|expected|received|too (?:big|small):|unrecogni[sz]ed|required$|undefined|NaN|pattern|uuid/i

it.each(schemas())('%s answers every wrong value with a sentence of ours', (_name, schema) => {
  const paths = pathsIn(schema)
  const messages = new Set<string>()
  const say = (input: unknown) => {
    const parsed = schema.safeParse(input)
    for (const { message } of parsed.error?.issues ?? []) messages.add(message)
  }
  for (const path of paths) for (const value of WRONG) say(inputWith(path, value))
  for (const whole of [{}, { unknown: 'x' }, null, 'x', []]) say(whole)
  expect(
    [...messages].filter((said) => LIBRARY.test(said) || !/^[A-Z\d“].*[.?]$/.test(said)),
  ).toEqual([])
})

it('finds the fields of the forms', () => {
  const names = schemas().map(([name]) => name)
  expect(names.length).toBeGreaterThan(entryKinds.length + 20)
  expect(pathsIn(entrySchema('rally', TODAY)).map(String)).toEqual(
    expect.arrayContaining(['date', 'placeHiddenUntil', 'dateClaims,0,value', 'latitude']),
  )
})
