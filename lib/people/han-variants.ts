import toFull from 'opencc-js/dict/STCharacters'
import toShort from 'opencc-js/dict/TSCharacters'

/** The most ways that are tried for all signs of a name together, in each script. */
const MOST = 16
/** A surname that was joined with another sign, which OpenCC leaves as it is. */
const JOINED = '甯 宁'

const short = new Map<string, string[]>()
const full = new Map<string, string[]>()

// The usual way comes first, and the sign itself last: 范 is a surname and the short form of 範.
function add(ways: Map<string, string[]>, sign: string, way: string): void {
  const known = ways.get(sign)?.filter((one) => one !== sign) ?? []
  ways.set(sign, [...new Set([...known, way, sign])])
}
// The list that leads to the full form has one way for each sign; the other one knows the rest.
for (const [from = '', to = ''] of pairsIn(toFull)) add(full, from, to)
for (const [from = '', to = ''] of [...pairsIn(toShort), ...pairsIn(JOINED)]) {
  add(short, from, to)
  add(full, to, from)
}

function pairsIn(list: string): string[][] {
  return list.split('|').map((pair) => pair.split(' '))
}

/** How else a Chinese name is written: its signs in their short form, and in full. */
export function hanVariants(name: string): string[] {
  const signs = [...name]
  if (!signs.some((sign) => short.has(sign) || full.has(sign))) return []
  const written = [short, full].flatMap((ways) =>
    allOf(signs.map((sign) => ways.get(sign) ?? [sign])),
  )
  return [...new Set(written)].filter((way) => way !== name)
}

function allOf(ways: string[][]): string[] {
  return ways.reduce<string[]>(
    (begun, next) => begun.flatMap((text) => next.map((way) => text + way)).slice(0, MOST),
    [''],
  )
}
