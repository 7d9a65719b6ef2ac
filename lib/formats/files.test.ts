import { describe, expect, it } from 'vitest'
import type { LinkedEntry } from '../shares/record'
import { fileLeavesOut, filesFor, sharedFile } from './files'
import { entry, FILES, later, linked, names, origin, record } from './test-support'

describe('sources that differ', () => {
  const claim = { field: 'date', reason: '', working: false } as const
  const differingLinked: LinkedEntry = {
    ...linked,
    claims: [
      {
        ...claim,
        citations: [],
        ...{ id: 'c1', value: '2026-02-13', saidBy: 'the caption', working: true },
        reason: 'The campaign’s own usage.',
      },
      { ...claim, citations: [], id: 'c2', value: '2026-02-12', saidBy: 'the text' },
      {
        ...claim,
        citations: [],
        id: 'c3',
        field: 'place',
        value: 'The Spheres',
        saidBy: 'the text',
      },
    ],
  }
  const differing = names.showAll(differingLinked)
  const WORDS =
    'Sources differ on the date: 13 Feb 2026, according to the caption (used here: The campaign’s own usage); 12 Feb 2026, according to the text.'

  it.each(FILES)('are told apart in $name', ({ name, file }) => {
    const { text } = file.write({ ...record, entries: [differing] }, origin)
    if (name === 'record.json') return expect(text).toContain('"2026-02-12"')
    const plain = text.replaceAll('\r\n ', '').replaceAll(/\\([,;])/g, '$1')
    expect(plain).toContain(WORDS)
    expect(plain).not.toContain('Sources differ on the place')
  })

  it.each(FILES)('are not said where they agree, in $name', ({ file }) => {
    const { text } = file.write(record, origin)
    expect(text).not.toMatch(/sources.?differ/i)
  })
})

describe('what a file leaves out', () => {
  it.each(FILES)('is said beside $name before it is fetched', ({ file }) => {
    const { loss } = file.write({ ...record, entries: [later, entry] }, origin)
    const said = fileLeavesOut(file)
    for (const words of loss) expect(said).toContain(words.replace(/ \(\d+\)$/, ''))
  })

  it.each(FILES)('is said of what a second person checked, or it is in $name', ({ file }) => {
    const checked = { day: '2031-05-05' }
    const { text, loss } = file.write(
      { ...record, entries: [names.showAll({ ...linked, checked })] },
      origin,
    )
    expect(loss.includes('what a second person checked') || text.includes(checked.day)).toBe(true)
  })

  it('offers no empty file of a ledger alone', () => {
    const ledger = { lens: 'public', scope: 'ledger' } as const
    expect(filesFor(ledger).map(({ name }) => name)).toEqual(['record.json'])
    expect(sharedFile('calendar.ics', ledger)).toBeNull()
  })
})
