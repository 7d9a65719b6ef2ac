import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vitest/config'
import config from '../../../vitest.config.ts'

/** All tests as ever, each run again and again with one guard off. */
export default mergeConfig(config, {
  test: { runner: fileURLToPath(new URL('./trying.ts', import.meta.url)) },
})
