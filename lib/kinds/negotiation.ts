import { clauses, nameList, type KindDefinition } from './define'

export const negotiation: KindDefinition = {
  lane: 'response',
  label: 'Negotiation',
  hint: 'talks between the sides',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    round: { type: 'text', label: 'Round' },
  },
  sentence: (p) =>
    clauses(
      'talks',
      p.actors.length > 0 && `between ${nameList([...p.actors, ...p.targets])}`,
      p.details.round && `(${p.details.round})`,
    ),
}
