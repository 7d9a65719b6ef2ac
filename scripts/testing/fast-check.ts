// Stands for fast-check in the tests (vitest.config.ts). A random test tries the same examples at each
// run, so that a commit that passed once passes again; where THROUGHLINE_TEST_RUNS says how many
// examples each is to try, they are as many, and others each time, whatever the test itself asks for.
import { createRequire } from 'node:module'

const real = createRequire(import.meta.url)('fast-check') as typeof import('fast-check')

const runs = process.env.THROUGHLINE_TEST_RUNS

function withRuns<T>(asked: import('fast-check').Parameters<T> = {}) {
  if (!runs) return { seed: 1, ...asked }
  const { seed: _seed, ...parameters } = asked
  return { ...parameters, numRuns: Number(runs) }
}

export default {
  ...real,
  assert: ((property, parameters) =>
    real.assert(property, withRuns(parameters))) as typeof real.assert,
}
