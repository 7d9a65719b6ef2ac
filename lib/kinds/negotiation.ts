import { clauses, named, type KindDefinition } from './define'

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
      named(sides.length > 1 ? 'between' : 'with', sides),
      named('about', p.subjects),
      roundOf(p.details.round),
    )
  },
}

function roundOf(round: string | number | undefined) {
  return /^\d+$/.test(String(round)) ? `round ${round}` : round
}
