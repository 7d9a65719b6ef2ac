import { clauses, nameList, type KindDefinition } from './define'

export const report: KindDefinition = {
  lane: 'context',
  label: 'Report',
  hint: 'a study, an investigation',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    author: { type: 'text', label: 'Author' },
  },
  sentence: (p) =>
    clauses(
      'Report',
      p.details.author && `by ${p.details.author}`,
      p.subjects.length > 0 && `about ${nameList(p.subjects)}`,
    ),
}
