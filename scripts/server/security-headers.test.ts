import { expect, it } from 'vitest'
import { securityHeaders } from './security-headers.mjs'

const request = { path: '/campaigns', nonce: 'abc', dev: false, https: true }

it('lets only scripts with the nonce of this answer run', () => {
  const policy = securityHeaders(request)['content-security-policy']
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).not.toContain('unsafe-eval')
  expect(policy).not.toMatch(/(script|style)-src [^;]*unsafe-inline/)
})

it('lets no script run on shared pages and hides their address from other sites', () => {
  const headers = securityHeaders({ ...request, path: '/s/token' })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).not.toContain('script-src')
  expect(headers['referrer-policy']).toBe('no-referrer')
})

it('treats a name that only begins like a shared page as any other', () => {
  expect(securityHeaders({ ...request, path: '/sources' })['referrer-policy']).toBe('same-origin')
})

it('asks for https only where the configured address has it', () => {
  expect(securityHeaders(request)).toHaveProperty('strict-transport-security')
  expect(securityHeaders({ ...request, https: false })).not.toHaveProperty(
    'strict-transport-security',
  )
})
