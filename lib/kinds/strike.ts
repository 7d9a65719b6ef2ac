import type { KindDefinition } from './define'
import { actionParts, actionSentence, counted } from './action'

export const strike: KindDefinition = {
  lane: 'action',
  label: 'Strike',
  hint: 'workers stop work',
  parts: actionParts,
  fields: {
    workersOut: { type: 'count', label: 'Workers on strike' },
    duration: { type: 'text', label: 'How long', hint: 'Such as: 3 days, open-ended' },
  },
  sentence: (p) => actionSentence(p, counted(p.details.workersOut, 'worker')),
}
