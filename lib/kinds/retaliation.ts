import { clauses, nameList, type KindDefinition, type SentenceParts } from './define'

const forms: Record<string, string> = {
  firing: 'a firing',
  suspension: 'a suspension',
  discipline: 'a disciplinary measure',
  warning: 'a warning',
  surveillance: 'surveillance',
}

// The account is somebody's: the sentence says whose, and claims nothing itself.
const form = (p: SentenceParts) =>
  forms[String(p.details.form)] ?? 'a measure against somebody who spoke or organized'

export const retaliation: KindDefinition = {
  lane: 'response',
  label: 'Retaliation',
  plural: 'retaliation',
  hint: 'a measure against somebody who spoke or organized',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {
    form: {
      type: 'choice',
      label: 'Form',
      options: {
        firing: 'Firing',
        suspension: 'Suspension',
        discipline: 'Discipline',
        warning: 'Warning',
        surveillance: 'Surveillance',
        other: 'Other',
      },
    },
  },
  sentence: (p) =>
    clauses(
      p.accordingTo ? `according to ${p.accordingTo},` : 'an account of',
      form(p),
      p.actors.length > 0 && `by ${nameList(p.actors)}`,
    ),
}
