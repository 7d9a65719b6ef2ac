import { clauses, named, type KindDefinition } from './define'
import { counted } from './action'

export const lockout: KindDefinition = {
  lane: 'response',
  label: 'Lockout',
  hint: 'an employer keeps workers from work',
  parts: { actor: 'By', target: 'Who is locked out', subject: 'About' },
  fields: {
    workersOut: { type: 'count', label: 'Workers locked out' },
    duration: { type: 'text', label: 'How long', hint: 'Such as: 3 days, open-ended' },
  },
  sentence: (p) =>
    clauses(
      counted(p.details.workersOut, 'worker'),
      named('by', p.actors),
      named('against', p.targets),
      named('about', p.subjects),
    ),
}
