import { clauses, nameList, type KindDefinition } from './define'

export const commitment: KindDefinition = {
  lane: 'response',
  label: 'Commitment',
  hint: 'a promise to do something',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    due: { type: 'text', label: 'By when', hint: 'As it was promised' },
  },
  sentence: (p) =>
    clauses(
      nameList(p.actors) || 'An organization',
      'made a commitment',
      p.details.due && `to be kept by ${String(p.details.due).replace(/^by\s+/i, '')}`,
    ),
}
