import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { textOf, type Family } from './families'
import { countedTogether } from './together'

const counted = (value: number): Family[] => [
  { name: 'faults_total', type: 'counter', help: 'Faults.', samples: [[{}, value]] },
  { name: 'cached_bytes', type: 'gauge', help: 'Bytes.', samples: [[{ kind: 'shares' }, value]] },
]

/** Processes whose messages reach all the others, as the supervisor hands them on. */
function processes(values: readonly number[]) {
  const channels = values.map(() => new EventEmitter())
  return values.map((value, index) =>
    countedTogether({
      ...{ name: String(index + 1), count: values.length, own: () => counted(value) },
      channel: {
        on: (event, listener) => channels[index]?.on(event, listener),
        send: (message) => {
          for (const other of channels)
            if (other !== channels[index]) other.emit('message', message)
        },
      },
    }),
  )
}

it('one of several tells the numbers of all, each once and with its name', async () => {
  const [, second] = processes([3, 5, 7])
  const text = textOf((await second?.()) ?? [])
  expect(text).toBe(`# HELP throughline_faults_total Faults.
# TYPE throughline_faults_total counter
throughline_faults_total{process="1"} 3
throughline_faults_total{process="2"} 5
throughline_faults_total{process="3"} 7
# HELP throughline_cached_bytes Bytes.
# TYPE throughline_cached_bytes gauge
throughline_cached_bytes{kind="shares",process="1"} 3
throughline_cached_bytes{kind="shares",process="2"} 5
throughline_cached_bytes{kind="shares",process="3"} 7`)
})

it('one that is alone tells its own without a name', async () => {
  const [only] = processes([3])
  expect(textOf((await only?.()) ?? [])).toContain('throughline_faults_total 3\n')
})

it('one that does not answer is left out', async () => {
  const alone = countedTogether({
    ...{ name: '1', count: 2, own: () => counted(3) },
    channel: { on: () => {}, send: () => {} },
  })
  expect(textOf(await alone())).toContain('throughline_faults_total{process="1"} 3\n')
})
