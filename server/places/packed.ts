import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize } from 'node:v8'

/** Texts one after the other; where each begins, in UTF-16 units, and at last where the last one ends. */
export type PackedTexts = { text: string; starts: Uint32Array }

/**
 * The towns of the gazetteer as a few large arrays, which are read at once: as objects they took the
 * app seconds to make, in which it answered nobody, and 100 MB. `places/worker` makes them.
 */
export type PackedTowns = {
  /** GeoNames' number of each town, the biggest town first. */
  ids: Int32Array
  populations: Int32Array
  /** WGS 84 degrees. */
  latitudes: Float64Array
  longitudes: Float64Array
  kinds: { country: string; adminCode: string; featureCode: string }[]
  /** Which of `kinds` each town is of. */
  kindOf: Uint32Array
  /** What each town is shown by. */
  names: PackedTexts
  /** The towns in the order of their numbers. */
  byId: Uint32Array
  /** All names as they are compared, in their order and, of equals, the biggest town first. */
  folded: PackedTexts
  townOfName: Uint32Array
  /** 1 where a name is not the one that its town is shown by. */
  isOther: Uint8Array
  /** The names that towns are shown by, by the length of their folded form. */
  byLength: Uint32Array[]
}

/** Reads what `ensureTowns` wrote when the app was built. */
export async function readPacked(): Promise<PackedTowns> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), 'dist', 'towns.bin')
  return deserialize(await readFile(file)) as PackedTowns
}

export function textAt({ text, starts }: PackedTexts, at: number): string {
  return text.slice(starts[at], starts[at + 1])
}
