import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult, type IConfiguration } from 'dependency-cruiser'
import { ESLint, Linter } from 'eslint'
import { parser } from 'typescript-eslint'
import { afterEach, expect, it } from 'vitest'

const forgedPage = `
import { mint } from '@/server/auth/mint'
import { withViewer } from '@/server/db'
export default async function Page() {
  const viewer = mint({ kind: 'organizer', workspaceId: '1', role: 'owner' })
  return withViewer(viewer, (tx) => tx.entry.count())
}`
const lookBehind = `
import * as door from '../db'
export const all = () => door.atThreshold({}, (tx) => tx.account.findMany())`
const lookLater = `export const all = async () => (await import('../db')).atThreshold`

/** The names of the rules that refuse a text, as ESLint is configured for a file. */
async function lint(text: string, file: string): Promise<string[]> {
  const config = (await new ESLint().calculateConfigForFile(file)) as { rules: Linter.RulesRecord }
  const named = ['no-restricted-imports', 'no-restricted-syntax']
  const rules = Object.fromEntries(named.map((name) => [name, config.rules[name] ?? 'off']))
  const found = new Linter().verify(
    text,
    { files: ['**'], languageOptions: { parser }, rules },
    file,
  )
  return found.map(({ ruleId, message }) => ruleId ?? message)
}

it.each([
  ['a page that makes a viewer', forgedPage, 'app/(organizer)/forged/page.tsx'],
  ['a component that makes one', forgedPage, 'components/forged.tsx'],
  ['a query that looks behind the door', lookBehind, 'server/entries/forged.ts'],
])('%s is refused by lint', async (_what, text, file) => {
  expect(await lint(text, file)).toEqual(['no-restricted-imports'])
})

it('nobody gets there by importing later', async () => {
  expect(await lint(lookLater, 'server/entries/forged.ts')).toEqual(['no-restricted-syntax'])
})

it('server/auth itself may', async () => {
  expect(await lint(lookBehind, 'server/auth/sign-in.ts')).toEqual([])
})

let planted: string | undefined
afterEach(() => {
  if (planted) rmSync(planted, { recursive: true })
  planted = undefined
})

/** The names of the import rules that a planted file breaks. */
async function broken(file: string, text: string): Promise<string[]> {
  const base = (planted = mkdtempSync(join(tmpdir(), 'throughline-doors-')))
  const files = {
    'server/auth/mint.ts': 'export const mint = <T>(viewer: T) => viewer',
    'server/auth/viewers.ts': 'export const systemViewer = () => null',
    'server/db.ts': 'export const withViewer = () => null',
    'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] } } }),
    [file]: text,
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(base, name)), { recursive: true })
    writeFileSync(join(base, name), content)
  }
  const configuration = createRequire(import.meta.url)(
    '../.dependency-cruiser.cjs',
  ) as IConfiguration
  const { output } = await cruise(
    ['app', 'server'].map((name) => name),
    {
      baseDir: base,
      validate: true,
      ruleSet: { forbidden: configuration.forbidden ?? [] },
    },
  )
  const { violations } = (output as ICruiseResult).summary
  return [...new Set(violations.map(({ rule }) => rule.name))]
}

it('the import rules refuse a page that makes a viewer, however it comes by it', async () => {
  const text = `export const page = async () => (await import('../../server/auth/mint')).mint({})`
  expect(await broken('app/forged/page.ts', text)).toContain('viewers-come-from-auth')
})

it.each(['db', 'auth/viewers'])('the import rules refuse a page that imports %s', async (name) => {
  const text = `import * as door from '../../server/${name}'\nexport const page = () => door`
  expect(await broken('app/forged/page.ts', text)).toContain('pages-know-no-door')
})
