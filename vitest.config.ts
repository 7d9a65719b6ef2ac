import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@': path('.'),
      // Its guard is for bundles; a test runs where server code may run.
      'server-only': path('./node_modules/server-only/empty.js'),
    },
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Ceilings for a busy machine: a test that hangs ends, and one that is slow passes.
    hookTimeout: 300_000,
    testTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['{components,lib}/**/*.test.{ts,tsx}'],
          // They change nothing outside themselves, so each worker loads the code once for all of them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['{app,scripts,server}/**/*.test.{ts,tsx}'],
          globalSetup: 'scripts/testing/global-setup.ts',
        },
      },
    ],
  },
})
