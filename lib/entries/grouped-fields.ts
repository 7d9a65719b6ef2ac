import { formGroups } from './fields/groups'
import { entryFieldList } from './fields/index'
import type { GroupedFields } from './form-groups'

/** The fields that each part of the form asks for, in their order. */
export function groupedFields(): GroupedFields {
  return Object.fromEntries(
    Object.keys(formGroups).map((name) => [
      name,
      entryFieldList()
        .filter(([, { group }]) => group === name)
        .map(([field, { label, usual }]) => ({ name: field, label, ...(usual && { usual }) })),
    ]),
  ) as GroupedFields
}
