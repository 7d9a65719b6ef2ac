import { clauses, nameList, type KindDefinition } from './define'

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
      nameList(p.actors) || 'An organization',
      'changed a policy',
      p.details.policy && `(${p.details.policy})`,
      p.details.inForce && `in force from ${String(p.details.inForce).replace(/^from\s+/i, '')}`,
    ),
}
