import { led, type KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const hearing: KindDefinition = {
  lane: 'action',
  label: 'Hearing',
  hint: 'testimony before a body',
  parts: actionParts,
  fields: {
    body: { type: 'text', label: 'Body', hint: 'Before whom' },
  },
  sentence: (p) => actionSentence(p, led('before', p.details.body)),
}
