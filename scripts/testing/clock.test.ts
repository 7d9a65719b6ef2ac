import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { environmentOn } from './clock'

/** What a Node process, and one that it starts, say under a clock. */
function under(environment: Record<string, string>, expression: string): string {
  return execFileSync(process.execPath, ['-p', expression], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  }).trim()
}

describe('another day for today', () => {
  const leapDay = environmentOn('2028-02-29')

  it('is the day of a process and of those that it starts', () => {
    expect(under(leapDay, 'new Date().toISOString()')).toMatch(/^2028-02-29T/)
    expect(under(leapDay, 'new Date(Date.now()).toISOString()')).toMatch(/^2028-02-29T/)
    expect(under(leapDay, 'Date()')).toMatch(/ 2028 /)
    const format = 'new Intl.DateTimeFormat("en-CA", { timeZone: "UTC" })'
    expect(under(leapDay, `${format}.format()`)).toBe('2028-02-29')
    expect(under(leapDay, `${format}.formatToParts()[0].value`)).toBe('2028')
    expect(under(leapDay, `${format}.format(0)`)).toBe('1970-01-01')
    const child = `child_process.execFileSync(process.execPath, ['-p', 'new Date().toISOString()'], { encoding: 'utf8' })`
    expect(under(leapDay, child)).toMatch(/^2028-02-29T/)
  })

  it('does not change other dates', () => {
    expect(under(leapDay, 'new Date(0).toISOString()')).toBe('1970-01-01T00:00:00.000Z')
    expect(under(leapDay, 'new Date(2026, 1, 13).getMonth()')).toBe('1')
    expect(under(leapDay, 'Date.UTC(1970, 0, 2)')).toBe('86400000')
    expect(under(leapDay, 'new Date() instanceof Date')).toBe('true')
    expect(under(leapDay, 'new Date().constructor === Date')).toBe('true')
    const subclass = 'new (class extends Date { two() { return 2 } })().two()'
    expect(under(leapDay, subclass)).toBe('2')
  })

  it('is a moment, where one is given', () => {
    const evening = environmentOn('2026-11-27T20:00Z')
    expect(under(evening, 'new Date().toISOString()')).toMatch(/^2026-11-27T20:0/)
  })

  it('refuses what is not a day', () => {
    expect(() => environmentOn('tomorrow')).toThrow('Write it as 2028-02-29')
  })
})
