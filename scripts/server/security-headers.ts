import type { SharedTerms } from '../../lib/inner-headers'

const noTerms: SharedTerms = { frames: [], script: null }

/**
 * The headers of every answer.
 *
 * @param request path: of the
 *   address, without its query; https: whether the configured address is one
 * @param terms what the app allows one shared page
 */
export function securityHeaders(
  { path, nonce, dev, https }: { path: string; nonce: string; dev: boolean; https: boolean },
  terms: SharedTerms = noTerms,
): Record<string, string> {
  const preview = isPreview(path)
  const shared = preview || isShared(path)
  return {
    'content-security-policy': isPicture(path)
      ? picturePolicy
      : shared
        ? sharedPolicy(preview ? { frames: ["'self'"], script: null } : terms)
        : organizerPolicy(`'nonce-${nonce}'`, `'nonce-${nonce}'`, dev),
    'x-content-type-options': 'nosniff',
    // The older header knows no list of sites; where there is one, the policy alone speaks.
    ...(!(shared && terms.frames.length > 0) && {
      'x-frame-options': preview ? 'SAMEORIGIN' : 'DENY',
    }),
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
 * The headers of a member's document, whose one script is named by its hash. The nonce is for styles
 * that the app's script adds: it stays the same for as long as the page is kept.
 */
export function documentHeaders(
  https: boolean,
  hash: string,
  nonce: string,
): Record<string, string> {
  return {
    ...securityHeaders({ path: '/', nonce: '', dev: false, https }),
    'content-security-policy': organizerPolicy(`'${hash}'`, `'nonce-${nonce}'`, false),
  }
}

/** Whether a path belongs to the read-only pages behind a link. */
function isShared(path: string) {
  return path === '/s' || path.startsWith('/s/')
}

/** Whether a path is a page of a link as its maker looks at it before others do, in a frame of our own. */
function isPreview(path: string) {
  return /^\/campaigns\/[^/]+\/shares\/preview\/./.test(path)
}

/**
 * Whether a path belongs to a file of a picture. Somebody made it elsewhere: opened by itself it may
 * load nothing and run nothing, whatever a browser takes it for.
 */
function isPicture(path: string) {
  return /^(\/api\/(photos|mark)|(\/s|\/campaigns\/[^/]+\/shares\/preview)\/[^/]+\/(p|mark))\/./.test(
    path,
  )
}

const picturePolicy = "default-src 'none'; sandbox"

/**
 * Shared pages need no script. The one that opens a private link has a single one, named by its hash.
 */
function sharedPolicy({ frames, script }: SharedTerms) {
  return [
    "default-src 'none'",
    ...(script ? [`script-src '${script}'`] : []),
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frames.length > 0 ? frames.join(' ') : "'none'"}`,
  ].join('; ')
}

/**
 * @param script what names the scripts that a page begins with
 * @param style what names its styles, beside files
 */
function organizerPolicy(script: string, style: string, dev: boolean) {
  return [
    "default-src 'self'",
    // React explains errors with eval while developing, and only then.
    `script-src 'self' ${script} 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // Next's development tools bring styles without a nonce.
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' ${style}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
