import fc from 'fast-check'

/** One harm that is done to a file; places are parts of a thousand of its length. */
type Harm =
  | { type: 'cut'; at: number }
  | { type: 'drop'; at: number; to: number }
  | { type: 'repeat'; at: number; to: number; times: number }
  | { type: 'move'; at: number; to: number; into: number }
  | { type: 'put'; at: number; bytes: Uint8Array }
  | { type: 'flip'; at: number; bit: number }

/**
 * Files as broken programs, cut downloads and hostile hands leave them: a good one with some harms done
 * to it.
 *
 * @param words that mean something in files of this type, to be put where they do not belong.
 */
export function damaged(good: Uint8Array, words: readonly string[]): fc.Arbitrary<Uint8Array> {
  const place = fc.integer({ min: 0, max: 1_000 })
  const encoder = new TextEncoder()
  const put = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words, ...MARKS).map((w) => encoder.encode(w)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 8 }) },
  )
  const harm: fc.Arbitrary<Harm> = fc.oneof(
    fc.record({ type: fc.constant('cut'), at: place }),
    fc.record({ type: fc.constant('drop'), at: place, to: place }),
    fc.record({ type: fc.constant('repeat'), at: place, to: place, times: fc.nat(5) }),
    fc.record({ type: fc.constant('move'), at: place, to: place, into: place }),
    { weight: 4, arbitrary: fc.record({ type: fc.constant('put'), at: place, bytes: put }) },
    fc.record({ type: fc.constant('flip'), at: place, bit: fc.nat(7) }),
  )
  return fc
    .array(harm, { minLength: 1, maxLength: 6 })
    .map((harms) =>
      shownAsText(harms.reduce((bytes, one) => done(bytes, one).slice(0, LONGEST), good)),
    )
}

// What failed is shown as the beginning of a text, not as sixty thousand numbers.
function shownAsText(bytes: Uint8Array): Uint8Array {
  const text = () => JSON.stringify(Buffer.from(bytes).toString('latin1').slice(0, 2_000))
  return Object.assign(bytes, { [fc.toStringMethod]: text })
}

/** Repeated repeats would try the machine and not the reader. */
const LONGEST = 60_000

const MARKS = [
  ...[
    '\u0000',
    '\ufeff',
    '\u2028',
    '\u202e',
    '\ud83d\ude00',
    'é',
    '\r',
    '\n',
    '\t',
    '"',
    "'",
    '\\',
  ],
  ...['-1', '0', '99999', '1e309', 'NaN', '0000-00-00', '2026-13-41', '__proto__', 'constructor'],
]

function done(bytes: Uint8Array, harm: Harm): Uint8Array {
  const place = (part: number) => Math.floor((part * bytes.length) / 1_000)
  const at = place(harm.at)
  switch (harm.type) {
    case 'cut':
      return bytes.slice(0, at)
    case 'put':
      return joined(bytes.slice(0, at), harm.bytes, bytes.slice(at))
    case 'flip':
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << harm.bit) : byte))
  }
  const [from, to] = [at, place(harm.to)].sort((a, b) => a - b) as [number, number]
  const stretch = bytes.slice(from, to)
  if (harm.type === 'drop') return joined(bytes.slice(0, from), bytes.slice(to))
  if (harm.type === 'repeat')
    return joined(
      bytes.slice(0, to),
      ...Array.from({ length: harm.times }, () => stretch),
      bytes.slice(to),
    )
  const rest = joined(bytes.slice(0, from), bytes.slice(to))
  const into = Math.min(place(harm.into), rest.length)
  return joined(rest.slice(0, into), stretch, rest.slice(into))
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/**
 * Does some work and fails where it took more of the processor than a reader may, whatever came of it: a
 * file must not hold up the others, however busy the machine is.
 */
export function withoutHang<T>(work: () => T): T {
  const before = process.cpuUsage()
  const [value, error] = valueOrError(work)
  const { user } = process.cpuUsage(before)
  if (user > MOST_MICROSECONDS)
    throw new Error(`This file kept its reader busy for ${Math.round(user / 1_000)} ms.`)
  if (error !== undefined) throw error
  return value as T
}

const MOST_MICROSECONDS = 2_000_000

function valueOrError<T>(work: () => T): [T | undefined, Error | undefined] {
  try {
    return [work(), undefined]
  } catch (error) {
    return [undefined, error as Error]
  }
}
