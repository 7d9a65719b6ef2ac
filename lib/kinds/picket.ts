import type { KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const picket: KindDefinition = {
  lane: 'action',
  label: 'Picket',
  hint: 'people stand at an entrance',
  parts: actionParts,
  fields: {},
  sentence: (p) => actionSentence(p),
}
