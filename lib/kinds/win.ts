import { clauses, named, type KindDefinition } from './define'

export const win: KindDefinition = {
  lane: 'outcome',
  label: 'Win',
  hint: 'what was demanded came about',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses(named('by', p.actors), named('toward', p.targets), named('about', p.subjects)),
}
