import type { KindDefinition } from './define'
import { kinds } from './index'
import { entryKinds, type EntryKind } from './names'

/** What the entry form needs of a kind; plain data, so that a page can hand it over. */
export type FormKind = Pick<KindDefinition, 'label' | 'hint' | 'lane' | 'parts' | 'fields'> & {
  /** Whether the form asks who was asked for an answer. */
  asksInquiry: boolean
}

/** Every kind as the entry form shows it. */
export function formKinds(): Record<EntryKind, FormKind> {
  return Object.fromEntries(
    entryKinds.map((name) => {
      const { label, hint, lane, parts, fields }: KindDefinition = kinds[name]
      return [name, { label, hint, lane, parts, fields, asksInquiry: name === 'no_reply' }]
    }),
  ) as Record<EntryKind, FormKind>
}
