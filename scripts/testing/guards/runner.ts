// Runs tests of one folder again and again, as its parent asks: the database and what was compiled
// of the modules stay between runs. Started by copy.ts.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createVitest, type TestModule } from 'vitest/node'

/** Tests of a room by the beginning of their paths, or all that reach some files. */
export type Tests = { within: string[] } | { reaching: string[] }
/** What is asked for: tests, after a file became another. */
export type Asked = { tests: Tests; file?: string }

const [folder = '', config] = process.argv.slice(2)
process.chdir(folder)
// Tells the parent that nothing hangs, however long all of it takes on a busy machine.
const goOn = () => void process.send?.('goes on')
const reporter = { onTestModuleCollected: goOn, onTestCaseResult: goOn }
const vitest = await createVitest('test', {
  ...{ root: folder, watch: false, reporters: [reporter], passWithNoTests: true },
  ...(config ? { config } : { bail: 1 }),
})
const { compile } = (await import(
  pathToFileURL(join(folder, 'scripts', 'compile.mjs')).href
)) as typeof import('../../compile.mjs')

async function passes({ tests, file }: Asked): Promise<boolean> {
  // Tests start programs of their own, which are read as they were compiled.
  await compile()
  goOn()
  if (file) vitest.invalidateFile(join(folder, file))
  // What failed in an earlier run would end this one.
  vitest.state.idMap.clear()
  vitest.state.filesMap.clear()
  vitest.config.related =
    'reaching' in tests ? tests.reaching.map((one) => join(folder, one)) : undefined
  const wanted = await vitest.getRelevantTestSpecifications('within' in tests ? tests.within : [])
  if (wanted.length === 0) return true
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(wanted)
  return unhandledErrors.length === 0 && testModules.every((module: TestModule) => module.ok())
}

process.on('message', (asked: Asked) => {
  passes(asked).then(
    (passed) => process.send?.(passed),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => void vitest.close().then(() => process.exit()))
