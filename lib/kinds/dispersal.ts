import { clauses, named, nameList, type KindDefinition } from './define'

export const dispersal: KindDefinition = {
  lane: 'response',
  label: 'Dispersal',
  hint: 'police or guards end an action',
  parts: { actor: 'Dispersed by', target: 'Who was dispersed', subject: 'About' },
  fields: {
    means: { type: 'text', label: 'By what means', hint: 'An order, a line of police, tear gas' },
  },
  // "The police dispersed Local 174 with tear gas." Without the police: "Dispersed: Local 174."
  sentence: (p) => {
    const whom = nameList(p.targets)
    const means = p.details.means ? ` with ${p.details.means}` : ''
    const by = nameList(p.actors)
    const said = by
      ? `${by} dispersed ${whom || 'the crowd'}${means}`
      : whom
        ? `dispersed: ${whom}${means}`
        : means && `dispersed${means}`
    return clauses(said, named('about', p.subjects))
  },
}
