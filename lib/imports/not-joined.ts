import { fieldLabel } from '../entries/merge'
import { entryFormValues } from '../entries/form-values'
import { entryFieldList, wholeOf } from '../entries/fields/index'
import type { EntryDto } from '../record'
import type { EntryInput } from '../schemas/entry'
import type { EditedField } from './editions'
import { listOf, namesIn, rootOf, textOf, type Said } from './said'

/** What a row that joins an entry adds to it, as citations and claims. */
const JOINED = new Set(['citations', 'date', 'place', 'crowd', 'crowdCountedBy'])

/**
 * What a row says that its entry does not say, and that the entry does not get when the row becomes a
 * further source of it.
 *
 * @param row the row as an entry, and by the names of the form's fields
 */
export function notJoined(
  { input, said }: { input: Pick<EntryInput, 'date'>; said: Said },
  entry: EntryDto,
): EditedField[] {
  const now = entryFormValues(entry)
  const wholes = new Set(Object.keys(said).map((name) => wholeOf(rootOf(name))))
  const names = entryFieldList()
    .map(([name]) => String(name))
    .filter((name) => wholes.has(wholeOf(name)) && namesIn(wholeOf(name)).includes(name))
    .filter((name) => !JOINED.has(name))
  const fields = names.flatMap((field): EditedField[] => {
    const known = new Set(listOf(now, field).map(folded))
    if (listOf(said, field).every((text) => known.has(folded(text)))) return []
    const [mine, file] = [textOf(now, [field]), textOf(said, [field])]
    return [{ field, label: fieldLabel(field), entry: mine, file }]
  })
  const { time } = input.date
  if (time === null || time === entry.time) return fields
  return [{ field: 'time', label: 'Time', entry: entry.time ?? '', file: time }, ...fields]
}

function folded(text: string): string {
  return text.toLowerCase()
}
