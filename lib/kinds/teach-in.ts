import { led, type KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const teachIn: KindDefinition = {
  lane: 'action',
  label: 'Teach-in',
  hint: 'learning in public',
  parts: actionParts,
  fields: {
    topic: { type: 'text', label: 'Topic' },
  },
  sentence: (p) => actionSentence(p, led('on', p.details.topic)),
}
