import type { KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const boycott: KindDefinition = {
  lane: 'action',
  label: 'Boycott',
  hint: 'people stop buying or using something',
  parts: { ...actionParts, actor: 'Called by', target: 'Who is boycotted' },
  fields: {
    goods: { type: 'text', label: 'What is boycotted', hint: 'A product, a shop, an event' },
    duration: { type: 'text', label: 'How long', hint: 'Such as: one day, open-ended' },
  },
  sentence: (p) => actionSentence(p, p.details.goods),
}
