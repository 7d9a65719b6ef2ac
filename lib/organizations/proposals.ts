import type { CampaignRole } from '../schemas/words'

/** What the record suggests that an organization is to a campaign, and to whom it belongs. */
export type RoleProposal = {
  name: string
  role: CampaignRole
  /** The name of the organization that it is part of, or empty. */
  parent: string
  /** What the proposal rests on, in words. */
  because: string
}

/**
 * The organization whose whole name another one begins with, such as Amazon for Amazon Web Services;
 * of several the one with the longest name.
 */
export function proposedParent(name: string, others: readonly string[]): string {
  const whole = name.toLowerCase()
  return others
    .filter((other) => whole.startsWith(`${other.toLowerCase()} `))
    .reduce((longest, other) => (other.length > longest.length ? other : longest), '')
}
