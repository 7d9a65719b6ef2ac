import { clauses, named, nameList, type KindDefinition } from './define'
import { counted } from './action'

export const lockout: KindDefinition = {
  lane: 'response',
  label: 'Lockout',
  hint: 'an employer keeps workers from work',
  parts: { actor: 'By', target: 'Who is locked out', subject: 'About' },
  fields: {
    workersOut: { type: 'count', label: 'Workers locked out' },
    duration: { type: 'text', label: 'How long', hint: 'Such as: 3 days, open-ended' },
  },
  // "Amazon locked out 1,500 workers of Local 174." Without an employer: "Locked out: 1,500 workers."
  sentence: (p) => {
    const workers = counted(p.details.workersOut, 'worker')
    const targets = nameList(p.targets)
    const whom = workers && targets ? `${workers} of ${targets}` : (workers ?? targets)
    const employer = nameList(p.actors)
    const said = employer
      ? `${employer} locked out ${whom || 'workers'}`
      : whom && `locked out: ${whom}`
    return clauses(said, named('about', p.subjects))
  },
}
