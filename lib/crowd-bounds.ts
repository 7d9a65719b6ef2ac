import { FIGURES, readAmount, readNumber } from './crowd-numbers'

/** Bounds of a crowd's size in people; null when that side is not known. */
export type CrowdBounds = { low: number | null; high: number | null }

/** Bounds as words give them, and whether the words say that they are not exact. */
export type Read = CrowdBounds & { about: boolean }

// “Someone” is not “some one”: a word ends before a blank or a figure.
const END = String.raw`(?: |(?=\d))`
const ABOUT = new RegExp(
  `^(?:(?:about|around|approximately|approx|roughly|circa|ca|c(?= ?\\d)|some|an estimated|estimated(?: at)?|est|` +
    `perhaps|maybe|possibly|probably|likely|reportedly|in the region of|somewhere around|on the order of)${END}|[~±≈] ?)(?=[\\da-z><≥≤])`,
)
const PLAIN =
  /^(?:(?:exactly|precisely|only|just|a total of|total of|total:?|a full|all|the(?= \d)|(?:a )?peak of|peak:|peaking at|peaked at|attended by|numbering(?! in\b)) (?=[\da-z])|(?:numbering )?in the (?=[a-z]+s\b))/
const BY_HOW_MUCH =
  '(?:(?:just|well|slightly|a little|a bit|a shade|a touch|comfortably|easily|far|much|significantly|considerably|somewhat) )?'
const AT_LEAST = new RegExp(
  `^(?:${BY_HOW_MUCH}(?:at least|no fewer than|no less than|not fewer than|not less than|upwards? of|north of|` +
    `in excess of|exceeding|exceeded|exceeds|surpassing|surpassed|topping|topped|a minimum of|minimum of|minimum|min|more than|greater than|over|above|as few as)${END}|(?:>=?|≥) ?)`,
)
const AT_MOST = new RegExp(
  `^(?:${BY_HOW_MUCH}(?:at most|no more than|not more than|up to|as many as|as much as|a maximum of|maximum of|` +
    `maximum|max|fewer than|less than|under|below|nearly|almost|approaching|close to|close on|nigh on|getting on for|anything up to|south of|shy of|short of|not quite)${END}|(?:<=?|≤) ?)`,
)
const AND_MORE =
  /^(.+?)(?: ?\+|[ -]plus| (?:or|and) (?:more|over|above|up|upwards)| at least| minimum|[ -](?:some|something)|,? \(?(?:and |or )?(?:possibly|maybe|perhaps|probably|likely) more\)?|,? and (?:counting|growing))$/
const AND_LESS = /^(.+?)(?:,? or (?:fewer|less|under)| at most| maximum| max)$/
const OR_SO =
  /^(.+?)(?:,? or so|,? or thereabouts|,? more or less|,? give or take|[ -]?ish|,? \(?(?:est|estimate|estimated|approx|approximate|approximately|roughly)\)?|[ -]odd|[ -]strong| total| in total| in all| altogether| at (?:its |the )?(?:peak|height)| peak)$/
const APPROXIMATE =
  /(?:or so|thereabouts|less|take|ish|odd|\b(?:est|estimated?|approx|approximate|approximately|roughly)\)?)$/
// “At least 50, perhaps 80”: the second part is somebody's guess.
const GUESS =
  /^(at least .+?|more than .+?|over .+?|.+?s),? (?:and |or )?(?:perhaps|possibly|maybe|if not) (?:as many as |up to |even )?(.+)$/

/** Reads an amount of people with the words around it, without any noun; null for anything else. */
export function readBounds(text: string): Read | null {
  const plain = text.replace(PLAIN, '')
  const bare = plain.replace(ABOUT, '')
  const about = bare !== plain
  const read = sided(bare) ?? readRange(bare) ?? readAmount(bare)
  return read && { ...read, about: read.about || about }
}

function sided(text: string): Read | null {
  const upTo = /^(.+?) to (?:as many as|up to) (.+)$/.exec(text)
  if (upTo) return readRange(`${upTo[1]} to ${upTo[2]}`)
  const both =
    /^(.+?)(?:,? (?:and|but|to) |, )((?:no more|not more|fewer|less|under|below|at most|up to|as many).+)$/.exec(
      text,
    )
  if (both) {
    const [low, high] = [readBounds(both[1] ?? ''), readBounds(both[2] ?? '')]
    const fits = low?.high === null && high?.low === null
    return fits ? { low: low.low, high: high.high, about: low.about || high.about } : null
  }
  const guess = GUESS.exec(text)
  if (guess) {
    const [low, more] = [readBounds(guess[1] ?? ''), readBounds(guess[2] ?? '')]
    const further = more?.low ?? more?.high
    const rises = low?.low != null && further != null && further > low.low
    return rises && low.high === null ? low : null
  }
  const least = text.replace(AT_LEAST, '')
  if (least !== text) return atLeast(readBounds(least))
  const most = text.replace(AT_MOST, '')
  if (most !== text) return atMost(most)
  const more = AND_MORE.exec(text)
  if (more) return atLeast(readBounds(more[1] ?? ''))
  const fewer = AND_LESS.exec(text)
  if (fewer) return atMost(fewer[1] ?? '')
  const so = OR_SO.exec(text)
  const read = so && readBounds(so[1] ?? '')
  return read && { ...read, about: read.about || APPROXIMATE.test(text) }
}

function atLeast(read: Read | null): Read | null {
  // “At least up to 50” says nothing.
  return read?.low == null ? null : { low: read.low, high: null, about: read.about }
}

/** Only one number bounds from above: "up to several hundred" has none that it ends at. */
function atMost(text: string): Read | null {
  const bare = text.replace(ABOUT, '')
  const amount = readAmount(bare)
  if (amount?.high == null) return null
  return { low: null, high: amount.high, about: amount.about || bare !== text }
}

const RANGES = [
  /^(?:anywhere |somewhere )?(?:between|from) (.+?) (?:and|to) (.+)$/,
  /^(?:anywhere |somewhere )?(?:between|from) (.+?) ?- ?(.+)$/,
  /^(.+?) (?:to|or) (.+)$/,
  // "70, maybe 80".
  /^(.+?), (?:maybe|perhaps|possibly) (?:even )?(.+)$/,
  new RegExp(`^(${FIGURES}(?: ?[a-z]+)?) ?[-~] ?(\\d.*)$`),
  /^([a-z ]+s) ?- ?([a-z ]+s)$/,
]

function readRange(text: string): Read | null {
  const few = /^(?:an?|one) (dozen|hundred|thousand) or (two|three)$/.exec(text)
  if (few) return readRange(`one ${few[1]} to ${few[2]} ${few[1]}`)
  for (const range of RANGES) {
    const match = range.exec(text)
    if (!match) continue
    // “2-300” is as likely 200 to 300, and “20-30,000” 20,000 to 30,000; “between” leaves nothing out.
    const widest = text.startsWith('between') ? Infinity : 100
    const read = span(match[1] ?? '', match[2] ?? '', widest)
    if (read) return read
  }
  return null
}

// In "5 to 6 thousand" and "1-2k" the unit belongs to both numbers.
const SHARED =
  /^(?:[\d.,]+|[a-z]+)( ?(?:k|hundred|thousand|million|dozen|lakh|crore))(?: ?\+|-plus)?$/

function span(first: string, second: string, widest: number): Read | null {
  const last = readBounds(second)
  if (!last) return null
  const unit = SHARED.exec(second)?.[1]
  const shared = unit && /^(?:[\d.,]+|[a-z]+)$/.test(first) ? readNumber(first + unit) : null
  const top = last.high ?? last.low
  const own = readAmount(first.replace(ABOUT, ''))
  const low = shared !== null && top !== null && shared <= top ? shared : (own?.low ?? null)
  if (low === null || last.low === null || top === null) return null
  // A plural is a range of its own: “hundreds to thousands” has no upper end.
  const exact = last.low === last.high
  if (exact && low > 0 && top / low >= widest) return null
  return { low, high: exact ? last.high : null, about: last.about }
}
