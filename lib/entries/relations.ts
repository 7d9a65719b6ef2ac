/**
 * What one entry can be to another: how the entry that says it puts it, and how the other end reads.
 * That one thing caused another is only ever somebody's account: it needs a source or whose it is.
 */
export const entryRelations = {
  follows: { label: 'Follows', reverse: 'Followed by' },
  part_of: { label: 'Part of', reverse: 'Includes' },
  responds_to: { label: 'Responds to', reverse: 'Responded to by' },
  caused_by: {
    label: 'Caused by, according to a source',
    reverse: 'Led to, according to a source',
    needsSource: true,
  },
  corrects: { label: 'Corrects', reverse: 'Corrected by' },
  same_event: {
    label: 'Same event in another archive as',
    reverse: 'Same event in another archive as',
  },
  mentions: { label: 'Mentions', reverse: 'Mentioned by' },
} as const satisfies Record<string, Relation>

type Relation = { label: string; reverse: string; needsSource?: true }
export type EntryRelation = keyof typeof entryRelations

/** Whether a relation may only stand beside who says so. */
export function needsSource(relation: EntryRelation): boolean {
  return 'needsSource' in entryRelations[relation]
}

/** The relations as a form offers them. */
export const entryRelationLabels = Object.fromEntries(
  Object.entries(entryRelations).map(([relation, { label }]) => [relation, label]),
) as Record<EntryRelation, string>
