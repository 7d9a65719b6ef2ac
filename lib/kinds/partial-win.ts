import { clauses, named, type KindDefinition } from './define'

export const partialWin: KindDefinition = {
  lane: 'outcome',
  label: 'Partial win',
  hint: 'part of it came about',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses(named('by', p.actors), named('toward', p.targets), named('about', p.subjects)),
}
