import 'server-only'

/** A text as it must stand in a LIKE pattern to mean itself. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}

/** The condition of a field that is this text, whatever its case; the client asks that by a pattern. */
export function anyCase(text: string) {
  return { equals: escapeLike(text), mode: 'insensitive' as const }
}
