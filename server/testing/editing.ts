import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import { nestedInput } from '@/lib/forms/form-data'
import type { FormValues } from '@/lib/forms/state'
import type { EntryDto } from '@/lib/record'
import { entrySchema } from '@/lib/schemas/entry'
import type { Viewer } from '../auth/viewer'
import { updateEntry } from '../entries/mutations'
import { TEST_DAY } from './world'

/** An entry's form as a member opens it, with what they then change. */
export function editOf(entry: EntryDto, changes: FormValues = {}): FormValues {
  return { ...entryFormValues(entry), version: String(entry.version), ...changes }
}

/** Saves an edit as the form's action does. */
export async function saveEdit(viewer: Viewer, entry: EntryDto, values: FormValues): Promise<void> {
  const input = entrySchema(entry.kind, TEST_DAY).parse(nestedInput(values).input)
  await updateEntry(viewer, entry.id, input, values)
}
