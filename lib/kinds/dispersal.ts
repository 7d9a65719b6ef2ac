import { clauses, named, type KindDefinition } from './define'

export const dispersal: KindDefinition = {
  lane: 'response',
  label: 'Dispersal',
  hint: 'police or guards end an action',
  parts: { actor: 'Dispersed by', target: 'Who was dispersed', subject: 'About' },
  fields: {
    means: { type: 'text', label: 'By what means', hint: 'An order, a line of police, tear gas' },
  },
  sentence: (p) =>
    clauses(
      named('by', p.actors),
      named('against', p.targets),
      p.details.means,
      named('about', p.subjects),
    ),
}
