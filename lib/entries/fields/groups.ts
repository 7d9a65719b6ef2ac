/**
 * The parts of an entry's form, in their order. The essentials are asked at once; each of the others
 * stands behind a summary of this name, which says what it holds.
 */
export const formGroups = {
  essentials: null,
  telling: 'Summary',
  details: 'Time and place details',
  crowd: 'More about the crowd',
  opposition: 'Police, arrests and counter-protest',
  accounts: 'Conflicting accounts',
  answers: 'Disputes and right of reply',
  photos: 'Photos',
  links: 'Links to other entries',
  members: 'Tags and notes for members',
} as const

export type FormGroup = keyof typeof formGroups
