/** The number under which the server logged an error; empty when there is none. */
export function errorReference(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return ''
  return typeof error.digest === 'string' ? error.digest : ''
}
