import { describe, expect, it } from 'vitest'
import { PageStore } from './page-store'

type Page = { size: number; until: number; workspace: string }

const page = (size: number, until = 1_000, workspace = 'w'): Page => ({ size, until, workspace })

describe('PageStore', () => {
  it('stays within its bytes and lets go what was not asked for longest', () => {
    const store = new PageStore<Page>(160)
    for (let n = 0; n < 16; n += 1) store.set(`${n}`, page(10))
    store.get('0', 0)
    store.set('16', page(10))
    expect(store.bytes).toBe(160)
    expect(store.get('1', 0)).toBeUndefined()
    expect(store.get('0', 0)).toBeDefined()
  })

  it('counts a page that takes another’s place once', () => {
    const store = new PageStore<Page>(160)
    store.set('a', page(10))
    store.set('a', page(5))
    expect([store.bytes, store.size]).toEqual([5, 1])
  })

  it('does not keep a page that would drive out all others', () => {
    const store = new PageStore<Page>(160)
    store.set('a', page(11))
    expect([store.bytes, store.size]).toEqual([0, 0])
  })

  it('gives nothing from the moment on at which it ends', () => {
    const store = new PageStore<Page>(160)
    store.set('a', page(10, 500))
    expect(store.get('a', 499)).toBeDefined()
    expect(store.get('a', 500)).toBeUndefined()
    expect(store.bytes).toBe(0)
  })

  it('drops what is told to be stale', () => {
    const store = new PageStore<Page>(160)
    store.set('a', page(10, 1_000, 'one'))
    store.set('b', page(10, 1_000, 'two'))
    store.dropWhere(({ workspace }) => workspace === 'one')
    expect([store.get('a', 0), store.bytes]).toEqual([undefined, 10])
    store.clear()
    expect([store.bytes, store.size]).toEqual([0, 0])
  })
})
