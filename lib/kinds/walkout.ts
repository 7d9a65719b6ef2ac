import type { KindDefinition } from './define'
import { actionParts, actionSentence, counted } from './action'

export const walkout: KindDefinition = {
  lane: 'action',
  label: 'Walkout',
  hint: 'workers leave work together',
  parts: actionParts,
  fields: {
    workersOut: { type: 'count', label: 'Workers who walked out' },
  },
  sentence: (p) => actionSentence(p, counted(p.details.workersOut, 'worker')),
}
