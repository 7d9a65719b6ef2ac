import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Tests that replace modules, timers or the configuration: the next file in their process would notice. */
const alone = ['app', 'scripts', 'server']
  .flatMap((folder) =>
    readdirSync(path(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  )
  .filter((file) => /\bvi\.|\bprocess\.env\.\w+ \?*=[^=]/.test(readFileSync(path(file), 'utf8')))
  // As a pattern that takes the brackets of routes for letters.
  .map((file) => file.replace(/[[\]()]/g, '\\$&'))

const withDatabase = { globalSetup: 'scripts/testing/global-setup.ts' }

export default defineConfig({
  resolve: {
    alias: {
      '@': path('.'),
      // Its guard is for bundles; a test runs where server code may run.
      'server-only': path('./node_modules/server-only/empty.js'),
      'fast-check': path('./scripts/testing/fast-check.ts'),
    },
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Ceilings for a busy machine: a test that hangs ends, and one that is slow passes.
    hookTimeout: 300_000,
    testTimeout: 300_000,
    // On a busy machine a test waits for its connection; what a request does is in pool.test.ts.
    env: { THROUGHLINE_DATABASE_WAIT_MS: '120000' },
    // Each worker loads the code once for all of its files.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: ['{components,lib}/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          ...withDatabase,
          name: 'whole',
          include: ['{app,scripts,server}/**/*.test.{ts,tsx}'],
          exclude: alone,
        },
      },
      {
        extends: true,
        test: { ...withDatabase, name: 'alone', include: alone, isolate: true },
      },
    ],
  },
})
