import type { Lane } from '../../kinds/names'
import type { Gathered, Sheet } from './sheet'

/** A counted mark as numbers: row, from, to, reach, flags, then pairs of a lane and its count; at last the id of one. */
type PackedMark = (number | string)[]

/** A sheet as it travels: with its many counted marks as plain rows of numbers. */
export type PackedSheet = Omit<Sheet, 'gathered'> & { gathered: PackedMark[] }

const LANES: readonly Lane[] = ['action', 'response', 'outcome', 'context']
const PARTS = 1
const EARLY = 2

/** Makes a sheet small; `unpackSheet` gives it back. */
export function packSheet(sheet: Sheet): PackedSheet {
  return {
    ...sheet,
    gathered: sheet.gathered.map(({ row, from, to, reach, parts, early, lanes, id }) => [
      ...[row, from, to, reach, (parts ? PARTS : 0) + (early ? EARLY : 0)],
      ...LANES.flatMap((lane, index) => {
        const count = lanes[lane]
        return count ? [index, count] : []
      }),
      ...(id === null ? [] : [id]),
    ]),
  }
}

/** The sheet that was packed. */
export function unpackSheet(packed: PackedSheet): Sheet {
  return { ...packed, gathered: packed.gathered.map(unpackMark) }
}

function unpackMark(mark: PackedMark): Gathered {
  const [row = 0, from = 0, to = 0, reach = 0, flags = 0, ...rest] = mark
  const lanes: Gathered['lanes'] = {}
  let count = 0
  let id: string | null = null
  for (let at = 0; at < rest.length; at += 2) {
    const [lane, number] = [rest[at], rest[at + 1]]
    if (typeof lane === 'string') id = lane
    else {
      const name = LANES[lane ?? 0] ?? 'context'
      lanes[name] = Number(number)
      count += Number(number)
    }
  }
  return {
    ...{ row: Number(row), from: Number(from), to: Number(to), reach: Number(reach) },
    ...{ count, lanes, id, parts: (Number(flags) & PARTS) > 0, early: (Number(flags) & EARLY) > 0 },
  }
}
