import type { KindDefinition } from './define'
import { actionParts, actionSentence, counted } from './action'

export const openLetter: KindDefinition = {
  lane: 'action',
  label: 'Open letter',
  hint: 'a public letter with signatories',
  parts: actionParts,
  fields: {
    signatures: { type: 'count', label: 'Signatures' },
    address: { type: 'url', label: 'Where it can be read' },
  },
  sentence: (p) => actionSentence(p, counted(p.details.signatures, 'signature')),
}
