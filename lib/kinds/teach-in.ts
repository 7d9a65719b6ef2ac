import type { KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const teachIn: KindDefinition = {
  lane: 'action',
  label: 'Teach-in',
  hint: 'learning in public',
  parts: actionParts,
  fields: {
    topic: { type: 'text', label: 'Topic' },
  },
  sentence: (p) => actionSentence('Teach-in', p, p.details.topic && `on ${p.details.topic}`),
}
