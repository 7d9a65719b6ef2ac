import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'

/** What we read of npm's lock file: packages by their folder; our own has an empty name. */
type PackageLock = {
  packages: Record<string, { version: string; integrity?: string; link?: boolean }>
}

const packageLock = () =>
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as PackageLock

/** Versions under which a known hole is open. */
const floors = {
  next: '16.4.6',
  react: '19.3.1',
  'react-dom': '19.3.1',
  sharp: '0.35.5',
  'better-auth': '1.7.16',
  zod: '4.6.7',
}

/**
 * Packages of the installation that are older than their floor.
 *
 * @returns a sentence for each
 */
export function belowFloors(): string[] {
  const { packages } = packageLock()
  return Object.entries(packages).flatMap(([path, { version }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const floor = floors[name as keyof typeof floors]
    if (path === '' || !floor || !isOlder(version, floor)) return []
    return [`${path} is ${version}; the oldest safe one is ${floor}.`]
  })
}

/**
 * Packages that npm would install without knowing what they must be: those of other systems get no
 * hash when they are noted on a machine that does not need them.
 *
 * @returns a sentence for each
 */
export function withoutHash({ packages }: PackageLock = packageLock()): string[] {
  return Object.entries(packages)
    .filter(([path, { integrity, link }]) => path !== '' && !integrity && !link)
    .map(
      ([path]) =>
        `${path} has no integrity in package-lock.json. Take it from: npm view <name>@<version> dist.integrity`,
    )
}

/** Whether a version stands before another. A pre-release stands before its release. */
export function isOlder(version: string, floor: string) {
  const [numbers = '', tag] = version.split('-')
  const has = numbers.split('.').map(Number)
  const needs = floor.split('.').map(Number)
  const first = needs.findIndex((need, index) => has[index] !== need)
  if (first === -1) return tag !== undefined
  return (has[first] ?? 0) < (needs[first] ?? 0)
}

/**
 * Lists in schemas that take any number of things: a short request could make us check millions.
 *
 * @returns a sentence for each
 */
export function unlimitedLists(): string[] {
  return ['lib', 'server', 'app'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .flatMap((name) => {
        const path = join(folder, name)
        return unlimitedIn(readFileSync(join(root, path), 'utf8')).map(
          (line) => `${path}:${line}: z.array without .max()`,
        )
      }),
  )
}

/** The lines of a text on which a `z.array(…)` begins that no `.max(…)` follows. */
export function unlimitedIn(text: string): number[] {
  const lines = []
  for (const match of text.matchAll(/\bz\s*\.array\(/g)) {
    const end = endOfCall(text, match.index + match[0].length)
    const chain = chainAfter(text, end)
    if (!/\.(max|length)\(/.test(chain)) lines.push(text.slice(0, match.index).split('\n').length)
  }
  return lines
}

/** @param start after the opening bracket */
function endOfCall(text: string, start: number) {
  let depth = 1
  let index = start
  for (; index < text.length && depth > 0; index++) {
    if ('([{'.includes(text.charAt(index))) depth++
    else if (')]}'.includes(text.charAt(index))) depth--
  }
  return index
}

/** The methods that are called on a value which ends at a place. */
function chainAfter(text: string, start: number) {
  let chain = ''
  let index = start
  for (;;) {
    const call = /^\s*\.\w+\(/.exec(text.slice(index))
    if (!call) return chain
    chain += call[0].trim()
    index = endOfCall(text, index + call[0].length)
  }
}
