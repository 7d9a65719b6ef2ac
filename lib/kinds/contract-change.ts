import { clauses, nameList, type KindDefinition } from './define'

const verbs: Record<string, string> = {
  cancelled: 'cancelled a contract or partnership',
  not_renewed: 'did not renew a contract or partnership',
  reduced: 'reduced a contract or partnership',
  extended: 'extended a contract or partnership',
  signed: 'signed a contract or partnership',
}

export const contractChange: KindDefinition = {
  lane: 'response',
  label: 'Contract change',
  hint: 'a contract or partnership begins, changes or ends',
  parts: { actor: 'By', target: 'Toward', subject: 'With or about' },
  fields: {
    change: {
      type: 'choice',
      label: 'Change',
      options: {
        cancelled: 'Cancelled',
        not_renewed: 'Not renewed',
        reduced: 'Reduced',
        extended: 'Extended',
        signed: 'Signed',
      },
    },
  },
  sentence: (p) =>
    clauses(
      nameList(p.actors) || 'An organization',
      verbs[String(p.details.change)] ?? 'changed a contract or partnership',
      p.subjects.length > 0 && `with ${nameList(p.subjects)}`,
    ),
}
