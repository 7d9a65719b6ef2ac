import { clauses, led, named, type KindDefinition } from './define'

export const announcement: KindDefinition = {
  lane: 'context',
  label: 'Announcement',
  hint: 'what an organization made known',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    through: { type: 'text', label: 'Channel' },
  },
  sentence: (p) =>
    clauses(
      named('issued by', p.actors),
      named('to', p.targets),
      named('about', p.subjects),
      led('through', p.details.through),
    ),
}
