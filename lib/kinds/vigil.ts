import type { KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const vigil: KindDefinition = {
  lane: 'action',
  label: 'Vigil',
  hint: 'a quiet gathering in memory or in warning',
  parts: actionParts,
  fields: {
    inMemoryOf: { type: 'text', label: 'In memory of' },
  },
  sentence: (p) =>
    actionSentence(p, p.details.inMemoryOf && `in memory of ${p.details.inMemoryOf}`),
}
