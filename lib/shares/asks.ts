import type { Lens } from '../schemas/words'
import { moreThan, rulesOf, type LensChoices } from './lens'

/** The most days that a link lives without the password of whoever says so. */
const DAYS = 90

/** Whether a lifetime is one that only a password confirms; null is without an end. */
export function isLong(days: number | null): boolean {
  return days === null || days > DAYS
}

type Shown = { lens: Lens; choices: LensChoices | null }

/**
 * Whether a link would show more than before, which only a password confirms. Before a link is made
 * there is what everybody may read, as the lens Public shows it.
 */
export function showsMore(
  { lens, choices }: Shown,
  before: Shown = { lens: 'public', choices: null },
): boolean {
  return moreThan(rulesOf(before.lens, before.choices), rulesOf(lens, choices)).length > 0
}
