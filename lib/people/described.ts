import type { AppearanceDto } from '../record'
import { appearanceRoleLabels, type AppearanceRole } from '../schemas/words'

// What somebody spoke as is said even beside a description of them.
const SAID_ALWAYS: readonly AppearanceRole[] = ['spokesperson', 'lawyer', 'official', 'reporter']

/** What is said of somebody beside their name: as what they spoke, how they were described, for whom. */
export function descriptionsOf({
  name,
  role,
  description,
  affiliation,
}: Pick<AppearanceDto, 'name' | 'role' | 'description' | 'affiliation'>): string[] {
  const saysRole = description === '' || (SAID_ALWAYS.includes(role) && !names(description, role))
  const label = appearanceRoleLabels[role]
  const parts = [saysRole ? label.toLowerCase() : '', description, affiliation].filter(Boolean)
  const [first = '', ...others] = parts
  // With no name before it, the role begins what is said.
  return name === '' && saysRole ? [label, ...others] : [first, ...others]
}

function names(description: string, role: AppearanceRole): boolean {
  return description.toLowerCase().includes(appearanceRoleLabels[role].toLowerCase())
}
