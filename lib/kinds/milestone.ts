import { clauses, nameList, type KindDefinition } from './define'

export const milestone: KindDefinition = {
  lane: 'outcome',
  label: 'Milestone',
  hint: 'a mark on the way',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses(
      'Milestone',
      p.actors.length > 0 && `by ${nameList(p.actors)}`,
      p.subjects.length > 0 && `about ${nameList(p.subjects)}`,
    ),
}
