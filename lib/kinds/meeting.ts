import { led, type KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const meeting: KindDefinition = {
  lane: 'action',
  label: 'Meeting',
  hint: 'members or a delegation meet',
  parts: actionParts,
  fields: {
    topic: { type: 'text', label: 'Topic' },
  },
  sentence: (p) => actionSentence(p, led('on', p.details.topic)),
}
