import 'server-only'
import type { LinkDto } from '@/lib/record'
import type { LensField, LensRules } from '@/lib/shares/lens'
import type { Viewer } from '../auth/viewer'

/**
 * What a presentation needs to know of its reader. `rules` are those of a share link's lens; they
 * only take away, and consent takes away before them.
 */
export type Audience = {
  viewer: Viewer
  withhold: (text: string) => string
  now: Date
  rules?: LensRules
  /** Ids of entries that a link shows, among those that tell what came of an inquiry; none without it. */
  seen?: ReadonlySet<string>
  /** The links of the entries that are read, by entry; see `readLinks`. */
  links?: ReadonlyMap<string, LinkDto[]>
}

/** Whether a link's lens lets a field through. */
export function shows({ rules }: Audience, field: LensField): boolean {
  return rules?.fields.includes(field) ?? false
}
