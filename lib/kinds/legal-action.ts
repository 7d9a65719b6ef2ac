import { led, type KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const legalAction: KindDefinition = {
  lane: 'action',
  label: 'Legal action',
  hint: 'a complaint, a suit, a charge',
  parts: actionParts,
  fields: {
    court: { type: 'text', label: 'Court or board' },
    docket: { type: 'text', label: 'Docket number' },
    stage: { type: 'text', label: 'Stage', hint: 'Such as: filed, heard, decided' },
  },
  sentence: (p) => actionSentence(p, led('before', p.details.court)),
}
