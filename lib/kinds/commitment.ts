import { clauses, led, named, type KindDefinition } from './define'

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
      named('made by', p.actors),
      named('to', p.targets),
      named('about', p.subjects),
      p.details.due && `due ${led('by', p.details.due)}`,
    ),
}
