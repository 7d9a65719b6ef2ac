import type { KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const directAction: KindDefinition = {
  lane: 'action',
  label: 'Direct action',
  hint: 'sit-in, blockade, occupation',
  parts: actionParts,
  fields: {
    form: {
      type: 'choice',
      label: 'Form',
      options: {
        sit_in: 'Sit-in',
        blockade: 'Blockade',
        occupation: 'Occupation',
        banner: 'Banner',
        disruption: 'Disruption of an event',
        other: 'Other',
      },
    },
    arrests: { type: 'count', label: 'Arrests' },
  },
  sentence: (p) => actionSentence('Direct action', p),
}
