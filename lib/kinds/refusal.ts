import { clauses, nameList, type KindDefinition } from './define'

export const refusal: KindDefinition = {
  lane: 'response',
  label: 'Refusal',
  hint: 'a demand is turned down',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses(
      nameList(p.actors) || 'An organization',
      'refused',
      p.targets.length > 0 && `what ${nameList(p.targets)} asked`,
    ),
}
