import { expect, it } from 'vitest'
import { diskWatch } from './disk-watch'

/** A disk whose free megabytes a test sets. */
function stage(first: number) {
  let free = first
  const said: string[] = []
  const watch = diskWatch('/data', {
    freeBytes: () => (free < 0 ? Promise.reject(new Error('gone')) : Promise.resolve(free * 1e6)),
    say: (text) => said.push(text),
    wait: 1,
  })
  return { watch, said, set: (megabytes: number) => (free = megabytes) }
}

it('says that the disk is full, once, and when there is space again', async () => {
  const { watch, said, set } = stage(500)
  expect(watch.isFull()).toBe(false)
  set(30)
  await expect.poll(watch.isFull).toBe(true)
  // A little more is not enough to begin again.
  set(60)
  await expect.poll(() => said).toHaveLength(1)
  expect(watch.isFull()).toBe(true)
  expect(said[0]).toMatch(/^The disk is full: 30 MB are left for \/data\. .* can be read/)
  set(90)
  await expect.poll(watch.isFull).toBe(false)
  expect(said).toHaveLength(2)
  expect(said[1]).toContain('Saving goes on')
  watch.close()
})

it('takes a disk that it cannot ask for one with space', async () => {
  const { watch, set } = stage(30)
  await expect.poll(watch.isFull).toBe(true)
  set(-1)
  await expect.poll(watch.isFull).toBe(false)
  watch.close()
})
