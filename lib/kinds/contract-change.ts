import { clauses, named, nameList, type KindDefinition } from './define'

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
  sentence: (p) => {
    const verb = verbs[String(p.details.change)]
    if (!verb)
      return clauses(named('made by', p.actors), named('with', p.subjects), named('for', p.targets))
    const who = nameList(p.actors)
    const what = [who ? `${who} ${verb}` : `${verb}`, named('with', p.subjects)]
    return clauses(what.filter(Boolean).join(' '), named('for', p.targets))
  },
}
