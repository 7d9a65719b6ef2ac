import { expect, it } from 'vitest'
import { readSharedTerms } from '../../lib/inner-headers'
import { securityHeaders } from './security-headers'

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

it('lets the named sites frame a shared page, and nobody else', () => {
  const terms = readSharedTerms({
    'x-throughline-frames': "https://news.example.org https://a.example:8443 *; script-src 'self'",
  })
  const headers = securityHeaders({ ...request, path: '/s/token' }, terms)
  expect(headers['content-security-policy']).toMatch(
    /; frame-ancestors https:\/\/news\.example\.org https:\/\/a\.example:8443$/,
  )
  expect(headers).not.toHaveProperty('x-frame-options')
  const without = securityHeaders({ ...request, path: '/s/token' })
  expect(without['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(without['x-frame-options']).toBe('DENY')
  expect(securityHeaders(request, terms)['x-frame-options']).toBe('DENY')
})

it('lets one script run where the app names its hash, and nothing that looks like one', () => {
  const hash = `sha256-${'a'.repeat(43)}=`
  const policyOf = (script: string) =>
    securityHeaders(
      { ...request, path: '/s' },
      readSharedTerms({ 'x-throughline-script': script }),
    )['content-security-policy']
  expect(policyOf(hash)).toContain(`script-src '${hash}';`)
  expect(policyOf("'unsafe-inline'")).not.toContain('script-src')
})

it('lets our own pages frame a preview of a shared page, which runs no script', () => {
  const path = '/campaigns/amazon/shares/preview/terms/e/1'
  const headers = securityHeaders({ ...request, path })
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none';.*frame-ancestors 'self'$/,
  )
  expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  const other = securityHeaders({ ...request, path: '/campaigns/amazon/shares/new' })
  expect(other['x-frame-options']).toBe('DENY')
})

it.each([
  '/api/photos/1/960.webp',
  '/s/token/p/1/960.webp',
  '/campaigns/amazon/shares/preview/terms/p/1/960.webp',
])('lets the picture %s be nothing but a picture', (path) => {
  const headers = securityHeaders({ ...request, path })
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  expect(headers['x-content-type-options']).toBe('nosniff')
})
