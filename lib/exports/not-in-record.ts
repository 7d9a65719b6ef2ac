/**
 * What of the database is not part of a complete record, each with what a reader is told of it; null
 * for what nobody misses. Its tables are in server/exports/record-tables.ts.
 */
export const notInRecordWords = {
  history: 'history and trash',
  members: 'members and their rights',
  links: 'shares and other links',
  comments: 'comments',
  assignments: 'assignments',
  imports: 'from which import an entry came',
  seen: 'what each member has seen',
  withheld: 'names of erased people that stay withheld',
  settings: 'settings of the workspace',
  derived: null,
  installation: null,
} as const satisfies Record<string, string | null>
export type NotInRecord = keyof typeof notInRecordWords
