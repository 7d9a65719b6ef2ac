import { actionParts } from './action'
import { clauses, named, nameList, type KindDefinition } from './define'

export const boycott: KindDefinition = {
  lane: 'action',
  label: 'Boycott',
  hint: 'people stop buying or using something',
  parts: { ...actionParts, actor: 'Called by', target: 'Who is boycotted' },
  fields: {
    goods: { type: 'text', label: 'What is boycotted', hint: 'A product, a shop, an event' },
    duration: { type: 'text', label: 'How long', hint: 'Such as: one day, open-ended' },
  },
  // "The union called for a boycott of Amazon (groceries)." Without a caller: "Against Amazon."
  sentence: (p) => {
    const { goods } = p.details
    const target = nameList(p.targets)
    const what = target && goods ? `${target} (${goods})` : target || goods
    const callers = p.actors.length > 0 ? nameList(p.actors) : p.participants
    const beside = p.actors.length > 0 && p.participants && `with ${p.participants}`
    const said = callers
      ? `${callers} called for a boycott${what ? ` of ${what}` : ''}`
      : what && `against ${what}`
    return clauses(said, beside, named('about', p.subjects))
  },
}
