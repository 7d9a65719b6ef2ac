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
    // A first database of a file is copied while two workers share two cores.
    hookTimeout: 30_000,
    testTimeout: 20_000,
  },
})
