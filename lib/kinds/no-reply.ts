import { askedInWords } from './asked'
import type { KindDefinition } from './define'

export const noReply: KindDefinition = {
  lane: 'response',
  label: 'No reply',
  plural: 'entries of no reply',
  hint: 'someone asked, and no answer is recorded',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  // What each of those who were asked did is all that can be said: an answer may be among it.
  sentence: (p) => p.inquiries.map(askedInWords).join(' '),
}
