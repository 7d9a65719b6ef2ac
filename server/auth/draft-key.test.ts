import { beforeAll, describe, expect, it } from 'vitest'
import { newWorld, type World } from '../testing/world'
import { draftPlace } from './draft-key'
import { useTestDatabase } from './test-support'
import type { Viewer } from './viewer'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

describe('where a browser keeps what is typed', () => {
  it('is the same for a member on every visit, and another for everybody else', () => {
    const { owner, editor } = world
    expect(draftPlace(owner, 'entry')).toEqual(draftPlace(owner, 'entry'))
    expect(draftPlace(owner, 'entry').key).not.toBe(draftPlace(editor, 'entry').key)
    expect(draftPlace(owner, 'entry').form).not.toBe(draftPlace(editor, 'entry').form)
  })

  it.each<[string, (world: World) => Viewer]>([
    ['a reader of a share', ({ reader }) => reader],
    ['a copy of a member', ({ owner }) => ({ ...owner })],
  ])('is told to nobody else: %s', (_who, of) => {
    expect(() => draftPlace(of(world), 'entry')).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })
})
