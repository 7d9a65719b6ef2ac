import { clauses, named, type KindDefinition } from './define'

export const refusal: KindDefinition = {
  lane: 'response',
  label: 'Refusal',
  hint: 'a demand is turned down',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses(named('given by', p.actors), named('to', p.targets), named('about', p.subjects)),
}
