import { afterEach, expect, it, vi } from 'vitest'
import { openShare } from '@/server/auth/share-reader'
import { GET } from './route'

vi.mock('@/server/auth/share-reader', () => ({ openShare: vi.fn() }))
vi.mock('@/server/env', async (original) => ({
  ...(await original<object>()),
  env: () => ({ url: 'https://record.example.org' }),
}))
vi.mock('@/server/shares/links/queries', () => ({ getSharedCampaign: vi.fn() }))

afterEach(() => vi.restoreAllMocks())

it('says that the record cannot be reached, and keeps the reason to itself', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.mocked(openShare).mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.1'))
  const params = Promise.resolve({ token: 'x' })
  const response = await GET(new Request('http://127.0.0.1:3000/s/x'), { params })
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('60')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const html = await response.text()
  expect(html).toContain('The record cannot be reached.')
  expect(html).not.toContain('ECONNREFUSED')
  expect(said).toHaveBeenCalledOnce()
})
