import type { LinkedEntry } from '../../shares/record'
import { entryFields, type ComposedFields } from './index'
import type { PlainTexts } from './plain'

type Shown = ComposedFields[keyof ComposedFields]['shown']
type ShownKey = Shown extends infer One ? (One extends unknown ? keyof One : never) : never

// What every entry has beside its fields. The compiler names here whatever no field says it shows.
const BESIDE = { id: '', sentence: '', version: 1, updatedAt: '' } satisfies Omit<
  LinkedEntry,
  ShownKey | keyof PlainTexts | 'placed'
>

/** An entry of which nothing is known: what an edition or a test has where it says nothing. */
export function emptyEntry(): LinkedEntry {
  const shown = Object.values(entryFields).map((field) => field.shown)
  return Object.assign({}, BESIDE, ...shown) as LinkedEntry
}
