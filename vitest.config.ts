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
    include: ['{app,components,lib,scripts,server}/**/*.test.{ts,tsx}'],
    globalSetup: 'scripts/testing/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    // Ceilings for a busy machine: a test that hangs ends, and one that is slow passes.
    hookTimeout: 300_000,
    testTimeout: 300_000,
  },
})
