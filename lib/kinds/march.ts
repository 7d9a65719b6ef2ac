import { led, type KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const march: KindDefinition = {
  lane: 'action',
  label: 'March',
  hint: 'people move along a route',
  parts: actionParts,
  fields: {
    route: { type: 'text', label: 'Route', hint: 'From where to where', exactPlace: true },
  },
  sentence: (p) => actionSentence(p, led('along', p.details.route)),
}
