import type { KindDefinition } from './define'
import { actionParts, actionSentence, counted } from './action'

export const petition: KindDefinition = {
  lane: 'action',
  label: 'Petition',
  hint: 'names under a demand',
  parts: actionParts,
  fields: {
    signatures: { type: 'count', label: 'Signatures' },
    address: { type: 'url', label: 'Where it can be read' },
  },
  sentence: (p) => actionSentence(p, counted(p.details.signatures, 'signature')),
}
