/**
 * The headers of every answer.
 *
 * @param {{ path: string, nonce: string, dev: boolean, https: boolean }} request path: of the
 *   address, without its query; https: whether the configured address is one
 * @returns {Record<string, string>}
 */
export function securityHeaders({ path, nonce, dev, https }) {
  const shared = isShared(path)
  return {
    'content-security-policy': shared ? sharedPolicy() : organizerPolicy(nonce, dev),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // The address of a shared page is its key: no site that it links to may learn it.
    'referrer-policy': shared ? 'no-referrer' : 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(https && { 'strict-transport-security': 'max-age=31536000' }),
  }
}

/**
 * Whether a path belongs to the read-only pages behind a link.
 *
 * @param {string} path
 */
function isShared(path) {
  return path === '/s' || path.startsWith('/s/')
}

/** Shared pages need no script at all. */
function sharedPolicy() {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * @param {string} nonce
 * @param {boolean} dev
 */
function organizerPolicy(nonce, dev) {
  return [
    "default-src 'self'",
    // React explains errors with eval while developing, and only then.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // Next's development tools bring styles without a nonce.
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
