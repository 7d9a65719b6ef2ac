/**
 * The compression that a client reads, the better one first.
 *
 * @param {string | string[] | undefined} accepted
 * @returns {'br' | 'gzip' | null}
 */
export function codingOf(accepted) {
  return reads(accepted, ['br']) ? 'br' : reads(accepted, ['gzip', 'x-gzip']) ? 'gzip' : null
}

/**
 * Whether a client reads a compression (RFC 9110, 12.5.3): it is named, or meant by `*`, and not
 * with q=0.
 *
 * @param {string | string[] | undefined} accepted value of Accept-Encoding
 * @param {string[]} names
 */
export function reads(accepted, names) {
  if (accepted === undefined) return false
  const rated = String(accepted)
    .toLowerCase()
    .split(',')
    .map((one) => one.split(';').map((part) => part.trim()))
  const [, ...parameters] = rated.find(([coding = '']) => names.includes(coding)) ??
    rated.find(([coding]) => coding === '*') ?? ['', 'q=0']
  return !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
}
