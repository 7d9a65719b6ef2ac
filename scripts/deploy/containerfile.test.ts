import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../lib/paths'

// Containers cannot be run where these tests run, so the lines are compared with what they name.
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const instructions = read('deploy/Containerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
const of = (name: string) =>
  instructions
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1))
const { engines, scripts } = JSON.parse(read('package.json')) as {
  engines: { node: string }
  scripts: Record<string, string>
}

it('knows every instruction of the Containerfile', () => {
  const known = /^(FROM|WORKDIR|COPY|RUN|USER|ENV|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|CMD) /
  expect(instructions.filter((line) => !known.test(line))).toEqual([])
})

it('builds and runs on one Node that the program takes', () => {
  const images = of('FROM').map((line) => line.replace(/ AS build$/, ''))
  expect(images).toHaveLength(2)
  expect(new Set(images).size).toBe(1)
  const major = Number(/^docker\.io\/library\/node:(\d+)-/.exec(images[0] ?? '')?.[1])
  expect(major).toBeGreaterThan(Number(/(\d+)/.exec(engines.node)?.[1]))
})

it('copies what is there, and nothing that was made here', () => {
  const [packages = '', all, built] = of('COPY')
  for (const file of packages.split(' ').slice(0, -1))
    expect(existsSync(join(root, file))).toBe(true)
  expect(all).toBe('. .')
  expect(built).toContain('--from=build --chown=throughline:throughline /app /app')
  const ignored = read('.dockerignore').split('\n').filter(Boolean)
  const made = read('.gitignore')
    .split('\n')
    .filter((line) => line.endsWith('/'))
  for (const line of made) expect(ignored).toContain(line.slice(0, -1))
  for (const line of ignored.filter((name) => !/[*]/.test(name)))
    expect([...made, '.git/']).toContain(`${line}/`)
})

it('installs as the program does, builds, and starts what npm start does', () => {
  const [install, build] = of('RUN')
  const flags = /'ci', ('--[^\]]*)\]/.exec(read('scripts/bootstrap.mjs'))?.[1]
  expect(install).toBe(`npm ci ${flags?.replace(/[',]/g, '')}`)
  expect(build).toBe('npm test -- build')
  expect(read('scripts/test.ts')).toContain(`{ name: 'build', work: build }`)
  expect((JSON.parse(of('CMD')[0] ?? '[]') as string[]).join(' ')).toBe(scripts.start)
})

it('runs as nobody mighty, keeps its data in the volume, and is asked at its own port', () => {
  expect(of('USER')).toEqual(['throughline'])
  const settings = Object.fromEntries(
    (of('ENV')[0] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
  )
  expect(of('VOLUME')).toEqual([settings.THROUGHLINE_DATA])
  expect(of('RUN').join()).toContain(`-m 0700 ${settings.THROUGHLINE_DATA}`)
  expect(of('EXPOSE')).toEqual([settings.PORT])
  expect(of('HEALTHCHECK')[0]).toContain(`http://127.0.0.1:${settings.PORT}/readyz`)
  for (const name of Object.keys(settings).filter((one) => one !== 'NODE_ENV'))
    expect(read('README.md')).toContain(`\`${name}\``)
})
