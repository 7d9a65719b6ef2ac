import type { ComboItem } from '@/components/form/suggestions'
import type { Option } from '@/components/form/option'
import type { GroupedFields } from '@/lib/entries/form-groups'
import type { FormKind } from '@/lib/kinds/form'
import type { EntryKind } from '@/lib/kinds/names'

/** The captured text of a source. */
export type CapturedText = { id: string; title: string; text: string }

/** What the form knows of the workspace; plain data, so that a page can hand it over. */
export type EntryFormChoices = {
  campaignId: string
  slug: string
  /** The entry that is edited; absent while one is logged. */
  entryId?: string
  kinds: Record<EntryKind, FormKind>
  /** Those that the campaign uses most, the most used first. */
  usedKinds: EntryKind[]
  /** The fields by the parts of the form, by which each part says what it holds. */
  groups: GroupedFields
  /** Offered before anything is typed: what the campaign speaks of most. */
  organizations: ComboItem[]
  people: ComboItem[]
  demands: { id: string; number: number; wording: string; targets: string[] }[]
  sources: ComboItem[]
  /** The days on which sources that the form begins with were published, by their ids. */
  sourceDays?: Record<string, string>
  /** The text of the source that the entry is logged from. */
  captured?: CapturedText
  /** Words of that text from which on it is shown. */
  captureFrom?: string
}

/** A kind while none is chosen yet: what every kind has. */
export const NO_KIND: FormKind = {
  label: '',
  hint: '',
  lane: 'context',
  parts: { actor: 'By', target: 'Toward', subject: 'About' },
  fields: {},
  asksInquiry: false,
}

/** A label table as the options of a select. */
export function optionsOf(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
