import { clauses, named, type KindDefinition } from './define'

export const news: KindDefinition = {
  lane: 'context',
  label: 'News',
  plural: 'news',
  hint: 'what was reported and explains the rest',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    outlet: { type: 'text', label: 'Outlet' },
  },
  sentence: (p) =>
    clauses(
      p.details.outlet && `reported in ${p.details.outlet}`,
      named('by', p.actors),
      named('toward', p.targets),
      named('about', p.subjects),
    ),
}
