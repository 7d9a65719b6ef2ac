import { clauses, named, type KindDefinition } from './define'

export const setback: KindDefinition = {
  lane: 'outcome',
  label: 'Setback',
  hint: 'a step back',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses(named('by', p.actors), named('toward', p.targets), named('about', p.subjects)),
}
