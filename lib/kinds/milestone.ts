import { clauses, named, type KindDefinition } from './define'

export const milestone: KindDefinition = {
  lane: 'outcome',
  label: 'Milestone',
  hint: 'a mark on the way',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses(named('by', p.actors), named('toward', p.targets), named('about', p.subjects)),
}
