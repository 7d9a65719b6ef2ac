import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCrowd } from './crowd'

// Public archives that lie beside a checkout of some; the repository does not have them.
const ARCHIVES = '../shared/data'
const STOPPAGES = `${ARCHIVES}/fmcs-work-stoppages/work_stoppages.csv`
const ACTIONS = `${ARCHIVES}/collective-action-tech/actions.json`

describe.skipIf(!existsSync(ARCHIVES))('the sizes of public archives', () => {
  it('are read as the archive has them', () => {
    const idled = readFileSync(STOPPAGES, 'utf8')
      .split('\n')
      .flatMap((line) => /,(\d+\.\d),\d{4}-\d\d-\d\d,/.exec(line)?.[1] ?? [])
    const workers = [...readFileSync(ACTIONS, 'utf8').matchAll(/"workers": "?(\d+)/g)].map(
      ([, number = '']) => number,
    )
    expect(idled.length).toBeGreaterThan(13_000)
    expect(workers.length).toBeGreaterThan(100)
    const wrong = [...idled, ...workers].filter((text) => {
      const read = parseCrowd(text)
      return !read.ok || read.low !== Number(text) || read.high !== Number(text)
    })
    console.info(`Sizes of archives: ${idled.length + workers.length} read, ${wrong.length} wrong`)
    expect(wrong).toEqual([])
  })
})
