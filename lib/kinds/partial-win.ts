import { clauses, nameList, type KindDefinition } from './define'

export const partialWin: KindDefinition = {
  lane: 'outcome',
  label: 'Partial win',
  hint: 'part of it came about',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses(
      'Partial win',
      p.actors.length > 0 && `by ${nameList(p.actors)}`,
      p.subjects.length > 0 && `about ${nameList(p.subjects)}`,
    ),
}
