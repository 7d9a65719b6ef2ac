// Stands for fast-check where THROUGHLINE_TEST_RUNS says how many examples each random test is to try
// (vitest.config.ts): as many, and others each time, whatever number and seed the test itself has.
import { createRequire } from 'node:module'

const real = createRequire(import.meta.url)('fast-check') as typeof import('fast-check')

function withRuns<T>({ seed: _seed, ...parameters }: import('fast-check').Parameters<T> = {}) {
  return { ...parameters, numRuns: Number(process.env.THROUGHLINE_TEST_RUNS) }
}

export default {
  ...real,
  assert: ((property, parameters) =>
    real.assert(property, withRuns(parameters))) as typeof real.assert,
}
