import type { KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const pressConference: KindDefinition = {
  lane: 'action',
  label: 'Press conference',
  hint: 'speaking to press',
  parts: actionParts,
  fields: {},
  sentence: (p) => actionSentence(p),
}
