import { expect, it, vi } from 'vitest'
import { verifyInThread } from './hashing'
import { signIn } from './sign-in'
import { newOwner, useTestDatabase } from './test-support'

vi.mock('./hashing', { spy: true })

useTestDatabase()

it('a known and an unknown address cost the same work', async () => {
  const { email } = await newOwner()
  const password = 'teapot under six umbrellas'
  for (const tried of [email, `not-${email}`]) {
    const refused = signIn({ email: tried, password, address: null })
    await expect(refused).rejects.toThrow('Wrong e-mail address or password.')
  }
  const costs = vi.mocked(verifyInThread).mock.calls.map(([stored]) => stored.split('$')[3])
  expect(costs).toEqual(['m=19456,t=2,p=1', 'm=19456,t=2,p=1'])
})
