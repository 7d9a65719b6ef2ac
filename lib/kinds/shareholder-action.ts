import type { KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const shareholderAction: KindDefinition = {
  lane: 'action',
  label: 'Shareholder action',
  hint: 'a resolution, a vote, a question',
  parts: actionParts,
  fields: {
    resolution: { type: 'text', label: 'Resolution' },
    votesFor: { type: 'text', label: 'Votes for', hint: 'In words or per cent, as reported' },
  },
  sentence: (p) => actionSentence(p),
}
