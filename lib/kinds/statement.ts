import { clauses, led, named, type KindDefinition } from './define'

export const statement: KindDefinition = {
  lane: 'response',
  label: 'Statement',
  hint: 'what an organization said',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    through: {
      type: 'text',
      label: 'Channel',
      hint: 'Such as: press release, e-mail to workers',
    },
  },
  sentence: (p) =>
    clauses(
      named('issued by', p.actors),
      named('to', p.targets),
      named('about', p.subjects),
      led('through', p.details.through),
    ),
}
