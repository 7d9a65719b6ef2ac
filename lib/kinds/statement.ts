import { clauses, nameList, type KindDefinition } from './define'

export const statement: KindDefinition = {
  lane: 'response',
  label: 'Statement',
  hint: 'what an organization said',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    through: {
      type: 'text',
      label: 'Through what',
      hint: 'Such as: press release, e-mail to workers',
    },
  },
  sentence: (p) =>
    clauses(
      nameList(p.actors) || 'An organization',
      'made a statement',
      p.subjects.length > 0 && `about ${nameList(p.subjects)}`,
      p.details.through && `through ${p.details.through}`,
    ),
}
