import { clauses, named, type KindDefinition } from './define'

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
      named('written by', [...(p.details.author ? [String(p.details.author)] : []), ...p.actors]),
      named('to', p.targets),
      named('about', p.subjects),
    ),
}
