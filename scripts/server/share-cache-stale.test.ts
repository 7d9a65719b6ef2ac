import { describe, expect, it } from 'vitest'
import { beginning, get, hash, stage, stagedShareCache } from './share-cache-stage'

stagedShareCache()

describe('never stale', () => {
  it.each([
    ['its link', hash],
    ['its workspace', 'workspace'],
  ])('is made anew after a change of %s', async (_what, changed) => {
    await get()
    stage.cache.forget('another')
    expect(await beginning()).toBe('first')
    stage.words = 'second'
    stage.cache.forget(changed)
    expect(await beginning()).toBe('second')
  })

  it('is not served after its link has expired', async () => {
    await get()
    stage.now += 59_999
    await get()
    expect(stage.handled).toHaveLength(1)
    stage.terms['x-throughline-expires'] = new Date(stage.now + 10_000).toISOString()
    stage.now += 1
    await get()
    stage.now += 9_998
    await get()
    expect(stage.handled).toHaveLength(2)
    stage.now += 1
    stage.status = 404
    expect((await get()).status).toBe(404)
  })

  it('is neither served nor kept while nobody hears of changes', async () => {
    await get()
    stage.fresh = false
    await get()
    expect(stage.handled).toHaveLength(2)
    stage.fresh = stage.listening = false
    stage.cache.forgetAll()
    await get()
    stage.fresh = stage.listening = true
    await get()
    await get()
    expect(stage.handled).toHaveLength(4)
  })

  it.each([
    ['a change', () => stage.cache.forget('workspace')],
    ['the end of its link', () => stage.cache.forget(hash)],
    ['a lost connection', () => stage.cache.forgetAll()],
  ])('is not kept when %s came while it was made', async (_what, happen) => {
    let release = () => {}
    stage.held = new Promise((resolve) => (release = resolve))
    const early = beginning()
    await expect.poll(() => stage.handled.length).toBe(1)
    stage.words = 'second'
    happen()
    const late = [beginning(), beginning()]
    release()
    expect(await early).toBe('first')
    expect(await Promise.all(late)).toEqual(['second', 'second'])
    expect(await beginning()).toBe('second')
    expect(stage.handled).toHaveLength(2)
  })

  it('is as old as the moment when its making began', async () => {
    let release = () => {}
    stage.held = new Promise((resolve) => (release = resolve))
    const first = get()
    await expect.poll(() => stage.handled.length).toBe(1)
    stage.now += 50_000
    release()
    await first
    stage.now += 9_999
    await get()
    expect(stage.handled).toHaveLength(1)
    stage.now += 1
    await get()
    expect(stage.handled).toHaveLength(2)
  })

  it('is not kept when it was made under a connection that came later', async () => {
    stage.listening = false
    await get()
    stage.listening = true
    await get()
    await get()
    expect(stage.handled).toHaveLength(2)
  })

  it('is not kept when it gives its reader a cookie', async () => {
    stage.terms['set-cookie'] = 'unlocked=x'
    await get()
    stage.handled = []
    const answer = await get()
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(stage.handled).toHaveLength(1)
    expect(stage.handled[0]?.headers['x-throughline-fill']).toBeUndefined()
  })

  it('is not kept under the name of another link', async () => {
    stage.terms['x-throughline-cacheable'] = 'f'.repeat(64)
    await get()
    stage.handled = []
    await get()
    expect(stage.handled).toHaveLength(1)
    expect(stage.handled[0]?.headers['x-throughline-fill']).toBeUndefined()
  })

  it.each([
    ['a change', () => stage.cache.forget('workspace')],
    ['a lost connection', () => stage.cache.forgetAll()],
  ])('that was none to keep is asked for anew after %s', async (_what, happen) => {
    const { terms } = stage
    stage.terms = {}
    await get()
    stage.terms = terms
    happen()
    await get()
    stage.handled = []
    await get()
    expect(stage.handled).toEqual([])
  })

  it.each(['cacheable', 'workspace', 'expires'])('is not kept without our %s', async (name) => {
    delete stage.terms[`x-throughline-${name}`]
    await get()
    stage.handled = []
    await get()
    expect(stage.handled).toHaveLength(1)
    expect(stage.handled[0]?.headers['x-throughline-fill']).toBeUndefined()
  })
})
