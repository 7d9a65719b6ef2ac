import type { Option } from '@/components/form/option'
import type { DetailField, KindDefinition } from '@/lib/kinds/define'

/** What the form knows of the workspace and of its kind; plain data, so that a page can hand it over. */
export type EntryFormChoices = {
  organizations: string[]
  people: string[]
  demands: { id: string; number: number; wording: string; targets: string[] }[]
  sources: { id: string; title: string }[]
}

export type EntryFormKind = Pick<KindDefinition, 'label' | 'lane' | 'parts'> & {
  fields: Record<string, DetailField>
}

/** A label table as the options of a select. */
export function optionsOf(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

/** Where a passage stands: nowhere, in the entry's own first source, or in another one. */
export function sourceOptions(sources: EntryFormChoices['sources']): Option[] {
  return [
    { value: 'entry', label: 'The first source of this entry' },
    ...sources.map(({ id, title }) => ({ value: id, label: title })),
  ]
}
