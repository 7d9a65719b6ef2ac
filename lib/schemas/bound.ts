import { z } from 'zod'

/**
 * What a page binds to an action: what it knows and its form does not say. It travels through the
 * browser, which may send anything instead, so it is parsed like a form (`boundAction`).
 */
export const bound = {
  /** A campaign's name in addresses. */
  slug: z.string().regex(/^[^\s/?#\\\p{Cc}]{1,200}$/u),
  /** How dates are read (lib/dates/habits.ts). */
  habits: z.strictObject({
    today: z.iso.date(),
    dayOrder: z.enum(['dmy', 'mdy']).nullable().default(null),
    firstWeekday: z.int().min(0).max(6).nullable().default(null),
  }),
  id: z.uuid(),
  /** A moment that the server wrote into the page. */
  moment: z.iso.datetime(),
  /** A demand's number in its campaign. */
  number: z.int().positive().max(1_000_000_000),
  /** A path of this site to go on to, with its query. */
  path: z.string().regex(/^\/(?![/\\])[^\s\\\p{Cc}]{0,2000}$/u),
}
