import { clauses, nameList, type KindDefinition } from './define'

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
      'News',
      p.details.outlet && `by ${p.details.outlet}`,
      p.subjects.length > 0 && `about ${nameList(p.subjects)}`,
    ),
}
