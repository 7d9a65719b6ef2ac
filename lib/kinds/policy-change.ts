import { clauses, led, named, type KindDefinition } from './define'

export const policyChange: KindDefinition = {
  lane: 'response',
  label: 'Policy change',
  hint: 'a rule changes',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    policy: { type: 'text', label: 'Policy' },
    inForce: { type: 'text', label: 'In force from' },
  },
  sentence: (p) =>
    clauses(
      named('made by', p.actors),
      named('toward', p.targets),
      named('about', p.subjects),
      led('on', p.details.policy),
      p.details.inForce && `in force ${led('from', p.details.inForce)}`,
    ),
}
