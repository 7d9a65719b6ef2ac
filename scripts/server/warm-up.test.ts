import { expect, it, vi } from 'vitest'
import { innerRequests } from './inner-request'
import { warmUp } from './warm-up'

it('renders a page often enough to be compiled', async () => {
  const urls: (string | undefined)[] = []
  const ask = innerRequests((request, response) => {
    urls.push(request.url)
    response.end('A page')
    return Promise.resolve()
  })
  await warmUp(ask, { host: 'record.example.org' })
  expect(urls).toHaveLength(20)
  expect(new Set(urls)).toEqual(new Set(['/sign-in']))
})

it('gives up without failing the start', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const ask = () => Promise.reject(new Error('No page'))
  await expect(warmUp(ask, {})).resolves.toBeUndefined()
  expect(said).toHaveBeenCalledTimes(1)
  said.mockRestore()
})
