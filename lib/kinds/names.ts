/** The four lanes of entries. Demands make a fifth lane of their own, from the entries that raise them. */
export const lanes = ['action', 'response', 'outcome', 'context'] as const
export type Lane = (typeof lanes)[number]

/** Every kind of entry, in the order in which the picker shows them. */
export const entryKinds = [
  'rally',
  'march',
  'picket',
  'vigil',
  'walkout',
  'strike',
  'boycott',
  'vote',
  'petition',
  'open_letter',
  'direct_action',
  'press_conference',
  'teach_in',
  'meeting',
  'shareholder_action',
  'legal_action',
  'hearing',
  'online_action',
  'statement',
  'no_reply',
  'refusal',
  'negotiation',
  'commitment',
  'policy_change',
  'contract_change',
  'retaliation',
  'lockout',
  'dispersal',
  'win',
  'partial_win',
  'setback',
  'milestone',
  'news',
  'report',
  'announcement',
] as const
export type EntryKind = (typeof entryKinds)[number]
