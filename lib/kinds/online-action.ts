import type { KindDefinition } from './define'
import { actionParts, actionSentence } from './action'

export const onlineAction: KindDefinition = {
  lane: 'action',
  label: 'Online action',
  hint: 'a campaign on the net',
  parts: actionParts,
  fields: {
    platform: { type: 'text', label: 'Where on the net' },
    address: { type: 'url', label: 'Address' },
  },
  sentence: (p) => actionSentence(p),
}
