import type { KindDefinition } from './define'
import { actionParts, actionSentence, counted } from './action'

const forms: Record<string, string> = {
  sit_in: 'Sit-in',
  blockade: 'Blockade',
  occupation: 'Occupation',
  banner: 'Banner',
  disruption: 'Disruption of an event',
}

export const directAction: KindDefinition = {
  lane: 'action',
  label: 'Direct action',
  hint: 'sit-in, blockade, occupation',
  parts: actionParts,
  fields: {
    form: {
      type: 'choice',
      label: 'Form',
      options: { ...forms, other: 'Other' },
    },
    arrests: { type: 'count', label: 'Arrests' },
  },
  sentence: (p) =>
    actionSentence(
      p,
      forms[String(p.details.form)]?.toLowerCase(),
      counted(p.details.arrests, 'arrest'),
    ),
}
