import { expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { newWorld } from '../testing/world'

// Other tests wait for their connections however busy the machine is.
process.env.THROUGHLINE_DATABASE_WAIT_MS = '500'
useTestDatabase()

it('says that too many ask where no connection comes free in time', async () => {
  const { owner } = await newWorld()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const holders = Array.from({ length: 10 }, () => withViewer(owner, () => held))
  try {
    await expect(withViewer(owner, (tx) => tx.person.count())).rejects.toMatchObject({
      code: 'unavailable',
      message: 'Too many people are asking at this moment. Try again in a few seconds.',
    })
  } finally {
    release()
    await Promise.allSettled(holders)
  }
})
