import { clauses, nameList, type KindDefinition } from './define'

export const win: KindDefinition = {
  lane: 'outcome',
  label: 'Win',
  hint: 'what was demanded came about',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses(
      'Win',
      p.actors.length > 0 && `by ${nameList(p.actors)}`,
      p.subjects.length > 0 && `about ${nameList(p.subjects)}`,
    ),
}
