/** The compression that a client reads, the better one first. */
export function codingOf(accepted: string | string[] | undefined): 'br' | 'gzip' | null {
  return reads(accepted, ['br']) ? 'br' : reads(accepted, ['gzip', 'x-gzip']) ? 'gzip' : null
}

/**
 * Whether a client reads a compression (RFC 9110, 12.5.3): it is named, or meant by `*`, and not
 * with q=0.
 *
 * @param accepted value of Accept-Encoding
 */
export function reads(accepted: string | string[] | undefined, names: string[]) {
  if (accepted === undefined) return false
  const rated = String(accepted)
    .toLowerCase()
    .split(',')
    .map((one) => one.split(';').map((part) => part.trim()))
  const [, ...parameters] = rated.find(([coding = '']) => names.includes(coding)) ??
    rated.find(([coding]) => coding === '*') ?? ['', 'q=0']
  return !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
}
