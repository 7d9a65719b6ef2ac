import { clauses, nameList, type KindDefinition } from './define'

export const negotiation: KindDefinition = {
  lane: 'response',
  label: 'Negotiation',
  hint: 'talks between the sides',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    round: { type: 'text', label: 'Round' },
  },
  sentence: (p) => {
    const sides = [...p.actors, ...p.targets]
    return clauses(
      'talks',
      sides.length > 0 && `${sides.length > 1 ? 'between' : 'with'} ${nameList(sides)}`,
      p.details.round && `(${p.details.round})`,
    )
  },
}
