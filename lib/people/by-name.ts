const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** Orders by name as a reader expects: without regard to case or accents, numbers by their value. */
export function byName(one: { name: string }, other: { name: string }): number {
  return collator.compare(one.name, other.name)
}
