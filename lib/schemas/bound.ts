import { z } from 'zod'

/**
 * What a page binds to an action: what it knows and its form does not say. It travels through the
 * browser, which may send anything instead, so it is parsed like a form (`boundAction`).
 */
export const bound = {
  /** A campaign's name in addresses. */
  slug: z.string().regex(/^[^\s/?#\\\p{Cc}]{1,200}$/u),
  /** The ISO day by which dates are read. */
  today: z.iso.date(),
  id: z.uuid(),
  /** A demand's number in its campaign. */
  number: z.int().positive().max(1_000_000_000),
  /** A path of this site to go on to, with its query. */
  path: z.string().regex(/^\/(?![/\\])[^\s\\\p{Cc}]{0,2000}$/u),
}
