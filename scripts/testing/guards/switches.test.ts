import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { changesOf } from './changes'
import { newSwitches, switched, SWITCHES } from './switches'

/** The text with a switch before each of its authorization calls, numbered from 0. */
function withSwitches(text: string): string {
  const calls = changesOf('example.ts', text).filter(({ kind }) => kind === 'authorization call')
  return switched(
    text,
    calls.map((call, which) => ({ ...call, which })),
  )
}

/** What comes of a text with each of its guards off, and with none. */
function outcomes(text: string): Record<string, string> {
  const outcome = (off: number | null): string => {
    const said: string[] = []
    const say = (what: string) => () => said.push(what)
    runInNewContext(withSwitches(text), {
      ...{ requireRole: say('role'), requireOpen: say('open') },
      [SWITCHES]: { isOn: (which: number) => which !== off },
    })
    return said.join(' ')
  }
  return { none: outcome(null), first: outcome(0), second: outcome(1) }
}

describe('a text with switches', () => {
  it('does without one call at a time', () => {
    expect(outcomes('requireRole()\nrequireOpen()')).toEqual({
      ...{ none: 'role open', first: 'open', second: 'role' },
    })
  })

  it('leaves what belongs to a condition where it was', () => {
    expect(outcomes('if (true) requireRole()\nelse requireOpen()')).toEqual({
      ...{ none: 'role', first: '', second: 'role' },
    })
  })

  it('does without a condition that forbids', () => {
    expect(withSwitches("if (a || b) throw new AppError('forbidden', 'No.')")).toBe(
      `if ((globalThis.${SWITCHES}?.isOn(0) ?? true) && (a || b)) throw new AppError('forbidden', 'No.')`,
    )
  })

  it('runs everything where there are no switches', () => {
    const said: string[] = []
    runInNewContext(withSwitches('requireRole()'), { requireRole: () => said.push('role') })
    expect(said).toEqual(['role'])
  })

  it('keeps a call that is waited for, and one within another', () => {
    const text = 'async function act() { await requireRole(() => { requireOpen() }) }'
    expect(withSwitches(text)).toBe(
      `async function act() { { if (globalThis.${SWITCHES}?.isOn(0) ?? true) ` +
        `await requireRole(() => { { if (globalThis.${SWITCHES}?.isOn(1) ?? true) requireOpen() } }) } }`,
    )
  })
})

it('remembers what was reached', () => {
  const switches = newSwitches()
  switches.off = 2
  expect([1, 2, 3].map(switches.isOn)).toEqual([true, false, true])
  expect([...switches.reached]).toEqual([1, 2, 3])
})
