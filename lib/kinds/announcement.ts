import { clauses, nameList, type KindDefinition } from './define'

export const announcement: KindDefinition = {
  lane: 'context',
  label: 'Announcement',
  hint: 'what an organization made known',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    through: { type: 'text', label: 'Through what' },
  },
  sentence: (p) =>
    clauses(
      nameList(p.actors) || 'An organization',
      'announced something',
      p.subjects.length > 0 && `about ${nameList(p.subjects)}`,
      p.details.through && `through ${p.details.through}`,
    ),
}
