import type { KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const rally: KindDefinition = {
  lane: 'action',
  label: 'Rally',
  hint: 'people gather in public',
  parts: actionParts,
  fields: {},
  sentence: (p) => actionSentence(p),
}
