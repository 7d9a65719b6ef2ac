import js from '@eslint/js'
import next from '@next/eslint-plugin-next'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { doors } from './eslint.doors.js'

const environment = {
  object: 'process',
  property: 'env',
  message: 'Only server/env.ts reads the environment.',
}

/** Wrong in Node 20 for addresses beyond ASCII: see lib/url.ts. */
const canParse = {
  object: 'URL',
  property: 'canParse',
  message: 'Use parseUrl of lib/url.ts: Node 20 refuses good addresses here after a while.',
}

/** Server code must name itself, so that a build fails where it would reach the browser. */
const serverOnly = {
  rules: {
    'server-only-first': {
      meta: { type: 'problem', schema: [] },
      create: (context) => ({
        Program(program) {
          const first = program.body[0]
          if (first?.type === 'ImportDeclaration' && first.source.value === 'server-only') return
          context.report({ node: program, message: "Begin with: import 'server-only'" })
        },
      }),
    },
  },
}

export default defineConfig(
  globalIgnores([
    '.next/',
    'dist/',
    '.throughline*/',
    'prisma/generated/',
    'test-results/',
    'next-env.d.ts',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-restricted-properties': ['error', canParse],
    },
  },
  {
    files: ['{app,components}/**/*.{ts,tsx}'],
    plugins: { '@next/next': next },
    extends: [reactHooks.configs.flat.recommended],
    rules: { ...next.configs.recommended.rules, ...next.configs['core-web-vitals'].rules },
  },
  {
    files: ['{app,components,lib,server}/**/*.{ts,tsx}'],
    ignores: ['server/env.ts', '**/*.test.{ts,tsx}', '**/test-support.ts'],
    rules: { 'no-restricted-properties': ['error', environment, canParse] },
  },
  {
    files: ['server/**/*.ts'],
    // Programs of their own, which Next never sees, and what the program that restores a backup shares.
    ignores: [
      ...['**/*.test.ts', '**/test-support.ts', 'server/cli/main.ts', 'server/*/worker/**'],
      ...['server/backup/file/**', 'server/cli/standard-input.ts'],
    ],
    plugins: { own: serverOnly },
    rules: { 'own/server-only-first': 'error' },
  },
  ...doors,
  {
    // These write whole documents of their own, outside of Next.
    files: ['components/share/**/*.tsx'],
    rules: { '@next/next/no-head-element': 'off', '@next/next/no-css-tags': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    // Stand-ins keep the signatures of what they stand for.
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  {
    files: ['e2e/**/*.ts'],
    // Playwright reads which fixtures are wanted from the pattern, even from an empty one.
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    // Service workers: scripts of the browser that have no page.
    files: ['public/*.js'],
    languageOptions: { globals: { addEventListener: 'readonly', self: 'readonly' } },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        URL: 'readonly',
        WebAssembly: 'readonly',
        clearImmediate: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        module: 'writable',
        performance: 'readonly',
        process: 'readonly',
        require: 'readonly',
        setImmediate: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
      },
    },
    rules: {
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
)
