import { clauses, named, type KindDefinition } from './define'

const forms: Record<string, string> = {
  firing: 'a firing',
  suspension: 'a suspension',
  discipline: 'a disciplinary measure',
  warning: 'a warning',
  surveillance: 'surveillance',
}

export const retaliation: KindDefinition = {
  lane: 'response',
  label: 'Retaliation',
  plural: 'retaliation',
  hint: 'a measure against someone who spoke or organized',
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
  // The account is somebody's: the sentence says whose, and claims nothing itself.
  sentence: (p) => {
    const form = forms[String(p.details.form)]
    const aimed = p.actors.length + p.targets.length > 0
    const what = [
      form ?? (aimed && 'a measure'),
      named('by', p.actors),
      named('against', p.targets),
    ].filter(Boolean)
    return clauses(
      p.accordingTo && `according to ${p.accordingTo}`,
      what.length > 0 && `${p.accordingTo ? '' : 'an account of '}${what.join(' ')}`,
      named('about', p.subjects),
    )
  },
}
