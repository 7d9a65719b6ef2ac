import { expect, it } from 'vitest'
import { admissionsOf } from './admissions'

it.each([1, 2, 3, 4, 7])('%i processes let in together what one would', async (processes) => {
  const all = Array.from({ length: processes }, (_, at) => admissionsOf(processes, at + 1))
  let sent = 0
  for (const { budget } of all) while (budget.take('a network')) sent += 1
  expect(sent).toBe(30)
  for (const { admissions } of all)
    for (let turn = 0; turn < 8; turn++) void admissions.reader.enter(`network ${turn}`)
  const working = all.map(({ admissions }) => admissions.reader.now.working)
  expect(working.reduce((sum, one) => sum + one)).toBe(Math.max(4, processes))
})
