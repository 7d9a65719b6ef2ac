import { dayFromNumber, dayNumber, daysInMonth, isoDay, pad, weekdayOf } from './calendar'
import { MONTHS, WEEKDAYS } from './names'

/** A date as somebody might write it, and all that it can mean as EDTF, with a time of day where one is said. */
export type MadeDate = { text: string; means: string[] }

type Dice = (below: number) => number

/** Numbers that are the same for the same seed (mulberry32). */
function dice(seed: number): Dice {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const FOREIGN = {
  German: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  Spanish:
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  French: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
}
const SLIPS = 'Janurary Febuary Marhc Arpil May Jne Jly Agust Setpember Ocotber Novemeber Decmber'

/** Makes dates of every sort that trackers, archives and spreadsheets hold, with what they mean. */
export function madeDates(count: number, seed: number, today: string): MadeDate[] {
  const roll = dice(seed)
  return Array.from({ length: count }, () => madeDate(roll, today))
}

function madeDate(roll: Dice, today: string): MadeDate {
  const one = <T>(list: readonly T[]): T => list[roll(list.length)] as T
  const year = one([1700, 1850, 1900, 1960, 2000, 2010]) + roll(26)
  const month = 1 + roll(12)
  const day = 1 + roll(daysInMonth(year, month))
  const iso = isoDay(year, month, day)
  const full = MONTHS[month - 1] ?? ''
  const name = one([full, full.slice(0, 3), `${full.slice(0, 3)}.`, full.toUpperCase()])
  const weekday = WEEKDAYS[weekdayOf(iso)] ?? ''
  const ordinal = `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`
  const ym = `${year}-${pad(month, 2)}`
  const words = one([
    `${day} ${name} ${year}`,
    `${name} ${day}, ${year}`,
    `${ordinal} of ${full}, ${year}`,
    `the ${ordinal} of ${full} ${year}`,
    `${weekday}, ${name} ${day}, ${year}`,
    `${weekday.slice(0, 3)} ${day} ${name} ${year}`,
    `${day}-${full.slice(0, 3)}-${year}`,
    `${year}/${pad(month, 2)}/${pad(day, 2)}`,
  ])
  const hour = roll(24)
  const minute = pad(roll(60), 2)
  const clock = `${pad(hour, 2)}:${minute}`
  const end = dayFromNumber(dayNumber(iso) + 1 + roll(40)) ?? iso
  const [endYear = 0, endMonth = 0, endDay = 0] = end.split('-').map(Number)
  const endName = MONTHS[endMonth - 1] ?? ''
  const quarter = 1 + roll(4)
  const quarterSpan = `${year}-${pad(quarter * 3 - 2, 2)}/${year}-${pad(quarter * 3, 2)}`
  const both = (d: number, m: number) => (d <= daysInMonth(year, m) ? [isoDay(year, m, d)] : [])
  const numeric = [...both(day, month), ...(day <= 12 ? both(month, day) : [])]
  const language = one(['German', 'Spanish', 'French'] as const)
  const foreign = FOREIGN[language].split(' ')[month - 1] ?? ''
  const abroad = {
    German: one([`${day}. ${foreign} ${year}`, `am ${day}. ${foreign} ${year}`]),
    Spanish: `${day} de ${foreign} de ${year}`,
    French: one([`le ${day === 1 ? '1er' : day} ${foreign} ${year}`, `${day} ${foreign} ${year}`]),
  }[language]
  const slip = SLIPS.split(' ')[month - 1] ?? ''
  const decade = Math.floor(year / 10) % 10 === 0 ? 1960 : Math.floor(year / 10) * 10
  const now = today.slice(0, 4)
  const noYear = [Number(now) - 1, Number(now), Number(now) + 1]
    .filter((each) => day <= daysInMonth(each, month))
    .map((each) => isoDay(each, month, day))
  const past = noYear.filter((each) => each <= today).slice(-1)
  const kinds: [string, string[]][] = [
    [words, [iso]],
    [one([iso, `${year}.${pad(month, 2)}.${pad(day, 2)}`, iso.replaceAll('-', '')]), [iso]],
    [`${pad(month, 2)}/${pad(day, 2)}/${year}`, numeric],
    [`${day}.${month}.${year}`, numeric],
    [
      `${pad(day, 2)}.${pad(month, 2)}.-${pad(endDay, 2)}.${pad(endMonth, 2)}.${endYear}`,
      [`${iso}/${end}`],
    ],
    [
      one([
        `${name} ${year}`,
        `${full}-${year}`,
        `${year}-${full.slice(0, 3)}`,
        `${full} of ${year}`,
        `${month}/${year}`,
      ]),
      [ym],
    ],
    [`${full} ${year} (ca.)`, [`${ym}~`]],
    [`${one(['on or about', 'around', 'about', 'circa', 'c.'])} ${words}`, [`${iso}~`]],
    [`${one(['(Believed to be)', 'probably', 'possibly'])} ${words}`, [`${iso}?`]],
    [`${one(['by', 'no later than', 'on or before'])} ${words}`, [`[..${iso}]`]],
    [`${one(['since', 'from', 'starting'])} ${words}`, [`${iso}/..`]],
    [`${one(['until', 'through', 'up to'])} ${words}`, [`../${iso}`]],
    [`${one(['the evening of', 'early morning of', 'the night of'])} ${words}`, [iso]],
    [`${words}, ${one(['morning', 'late evening', 'in the afternoon'])}`, [iso]],
    [`${words} ${one([`at ${clock}`, clock, `${hour}h${minute}`])}`, [`${iso} ${clock}`]],
    [
      `${iso}T${clock}:00${one(['Z', '+02:00', '-0500'])}`,
      hour + Number(minute) === 0 ? [iso, `${iso} 00:00`] : [`${iso} ${clock}`, iso],
    ],
    [`${iso} 00:00:00`, [iso]],
    [`${day} ${full} ${year} - ${endDay} ${endName} ${endYear}`, [`${iso}/${end}`]],
    [`${full} ${day} to ${endName} ${endDay}, ${endYear}`, [`${iso}/${end}`]],
    [
      one([
        `Q${quarter} ${year}`,
        `${year}Q${quarter}`,
        `${['first', 'second', 'third', 'fourth'][quarter - 1]} quarter of ${year}`,
      ]),
      [quarterSpan],
    ],
    [one([`H1 ${year}`, `first half of ${year}`]), [`${year}-01/${year}-06`]],
    [
      `${one(['early', 'mid', 'late'])} ${decade}s`,
      [
        `[${decade}..${decade + 3}]`,
        `[${decade + 4}..${decade + 6}]`,
        `[${decade + 7}..${decade + 9}]`,
      ],
    ],
    [
      `${one(['spring', 'summer', 'autumn', 'winter'])} ${year}`,
      [21, 22, 23, 24].map((each) => `${year}-${each}`),
    ],
    [
      `${year}/${pad((year + 1) % 100, 2)}`,
      [`${year}/${year + 1}`, `${year}-${pad((year + 1) % 100, 2)}`],
    ],
    [abroad, [iso]],
    [`${slip} ${day}, ${year}`, [iso]],
    [`${day} ${name}`, past],
    [`${weekday}, ${day} ${full}`, noYear],
    [
      `${full.slice(0, 3)}-${pad(day, 2)}`,
      [...noYear, `20${pad(day, 2)}-${pad(month, 2)}`, `19${pad(day, 2)}-${pad(month, 2)}`],
    ],
    [
      `${day} ${full} '${pad(year % 100, 2)}`,
      [1800, 1900, 2000].map((century) => isoDay(century + (year % 100), month, day)),
    ],
    [`week of ${full} ${day}, ${year}`, weeksOf(iso)],
    [String(year), [String(year)]],
  ]
  const [text, means] = one(kinds)
  return { text, means }
}

/** The weeks, from Monday and from Sunday, that a day lies in. */
function weeksOf(iso: string): string[] {
  return [1, 0].map((first) => {
    const start = dayNumber(iso) - ((weekdayOf(iso) - first + 7) % 7)
    return `${dayFromNumber(start)}/${dayFromNumber(start + 6)}`
  })
}
