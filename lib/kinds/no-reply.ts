import { clauses, nameList, type KindDefinition } from './define'

export const noReply: KindDefinition = {
  lane: 'response',
  label: 'No reply',
  plural: 'entries of no reply',
  hint: 'somebody asked, and no answer is recorded',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  sentence: (p) =>
    clauses('no reply by', nameList(p.actors) || 'the organization asked', 'is recorded'),
}
