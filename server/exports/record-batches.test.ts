import { describe, expect, it } from 'vitest'
import { recordBatches } from './record-batches'

/** The lists that were given away, and what the file was refused with in the end. */
async function read(text: string): Promise<{ lists: string[]; refusal: unknown }> {
  const lists: string[] = []
  async function* pieces() {
    yield await Promise.resolve(text)
  }
  try {
    for await (const { list } of recordBatches(pieces(), 1)) lists.push(list)
  } catch (error) {
    return { lists, refusal: error }
  }
  return { lists, refusal: null }
}

describe('a file in pieces', () => {
  it.each([
    ['another format', '{"format":"diary","version":1,"sources":[{},{}]}'],
    ['no format', '{"sources":[{},{}]}'],
    ['another version', '{"format":"throughline-record","version":2,"sources":[{},{}]}'],
    ['a format that comes too late', '{"sources":[{},{}],"format":"throughline-record"}'],
    ['another format and no records', '{"format":"diary","version":1}'],
    ['nothing', '{}'],
  ])('of %s gives nothing away', async (_what, text) => {
    const { lists, refusal } = await read(text)
    expect(refusal).toMatchObject({ code: 'invalid' })
    expect(lists).toEqual([])
  })

  it('of our format gives its records', async () => {
    const text = '{"format":"throughline-record","version":1,"sources":[{},{}]}'
    expect(await read(text)).toEqual({ lists: ['sources', 'sources'], refusal: null })
  })
})
