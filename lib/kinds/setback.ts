import { clauses, nameList, type KindDefinition } from './define'

export const setback: KindDefinition = {
  lane: 'outcome',
  label: 'Setback',
  hint: 'a step back',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses(
      'Setback',
      p.actors.length > 0 && `by ${nameList(p.actors)}`,
      p.subjects.length > 0 && `about ${nameList(p.subjects)}`,
    ),
}
