import { fromArchives } from './archival'
import { inEnglish } from './languages'
import { MONTHS } from './names'
import { monthOf } from './tokens'

const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

const DAY_NAME = '(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?'
// The “second Tuesday” of a month is not its second day.
const ORDINAL = new RegExp(
  `\\b(${ORDINALS.join('|')})\\b(?! (?:quarter|half|week|day|weekend|${DAY_NAME})\\b)`,
  'g',
)

/** Plain characters: European digits, blanks, no invisible spaces, a Chinese or Japanese date as ISO writes it. */
export function plainSigns(text: string): string {
  return (
    text
      // A small figure is a note's: “1¹ May” is no 11th.
      .replace(/[\u00b2\u00b3\u00b9\u2070-\u2079]/g, '')
      .normalize('NFKC')
      .replace(INVISIBLE, '')
      .replace(/(?![0-9])\p{Nd}/gu, digit)
      .replace(/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g, '$1/$2/$3')
      .replace(/(\d{4})\s*年\s*(\d{1,2})\s*月/g, '$1/$2')
      .replace(/(\d{4})\s*年/g, '$1')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

/** The digits of every script stand in tens, zero first, and begin where no digit stands before. */
function digit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  for (let value = 0; value < 10; value++) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return String(value)
  }
  return sign
}

/**
 * Brings a typed date to lower case English with plain hyphens and quotes, without dots of abbreviations and without
 * notes such as "sources differ". A dash that was longer than a hyphen gets spaces, since it always parts two dates.
 */
export function tidy(text: string): string {
  const lower = fromArchives(plainSigns(text).toLowerCase())
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/[\u2012-\u2015]|--+/g, ' - ')
    // "Dec. 30, 2020-Jan. 3, 2021"
    .replace(
      /(?<=[a-z]\.? \d{1,2},? \d{4}|\d{1,2} [a-z]{3,9}\.? \d{4})-(?=[a-z]{3,9}\.? \d{1,2}\b|\d{1,2} [a-z])/g,
      ' - ',
    )
  return words(times(numbers(spans(withoutLabel(inEnglish(lower))))))
    .replace(/\s+/g, ' ')
    .replace(/[.,; ]+$/, '')
    .trim()
}

/** Without words that say what the date is of: “posted on 13 Feb 2026”, “over the summer of 2020”. */
function withoutLabel(text: string): string {
  return text
    .replace(
      /^(?:(?:first|last|originally) )?(?:(?:start |event )?dates?|published|posted|updated|modified|dated|issued|filed|released)(?: on)?:? (?=\S)/,
      '',
    )
    .replace(/^at some (?:point|time) (?:in|during) /, 'sometime in ')
    .replace(
      /^(?:over|throughout|all through) (?=(?:the )?(?:spring|summer|autumn|fall|winter)\b)/,
      '',
    )
    .replace(
      /^(?:the )?weekend of (?=(?:[a-z]+\.? )?\d{1,2}(?:st|nd|rd|th)?\.? ?(?:-|\/|and |& ?|to ))/,
      '',
    )
    .replace(/\bthis past (?=[a-z])/, 'last ')
}

const TWO_DAY_NAMES = new RegExp(
  `^${DAY_NAME}\\.? ?(?:-|to|through|thru|and|&|/) ?${DAY_NAME}\\.?,? (?=(?:[a-z]+\\.? )?\\d{1,2}(?:st|nd|rd|th)? ?(?:-|to|through|thru|and|&|/))`,
)

/** Spans whose dates stand close together: “30 June-2 July”, “13/6-15/6/2020”, “Mon-Wed, June 1-3”. */
function spans(text: string): string {
  return text
    .replace(TWO_DAY_NAMES, '')
    .replace(/([a-z] \d{1,2}, \d{4}|\d [a-z]{3,9} \d{4})-(?=[a-z]{3,9} \d|\d{1,2} [a-z])/g, '$1 - ')
    .replace(/\b(\d{1,2} [a-z]{3,9})-(?=\d{1,2} [a-z]{3,9}\b)/g, '$1 - ')
    .replace(/(?<![\d/])(\d{1,2}\/\d{1,2})-(?=\d{1,2}\/\d{1,2}(?:\/|$))/g, '$1 - ')
}

/** Dates that begin with numbers and dots, as German writes them, and months joined by hyphens. */
function numbers(text: string): string {
  let plain = text
  // "03.05." is the third of May, and then the dates beside it have the day first as well.
  if (/\d\.\d{1,2}\.(?!\d)|^\d{1,2}\.-/.test(plain)) {
    plain = plain.replace(/\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4})\b)?/g, dayFirst)
  }
  return plain
    .replace(/(?<![\d/.-])(\d{1,2})[-.](\d{4})(?![\d/.-])/g, '$1/$2')
    .replace(/(\d)\.(?= ?[a-z-]|$)/g, '$1 ')
    .replace(/(?<![\d.])(\d{1,2})\.\/(?=\d{1,2} +[a-z])/g, '$1/')
    .replace(/\b(\d{1,2}) (st|nd|rd|th)\b/g, '$1$2')
    .replace(/(?:\b(?:den|der|die) )?\b(\d{3}0)(?: ?ies|-?er)\b(?: jahren?)?/g, '$1s')
    .replace(/\b([1-4])q'?(\d{2})$/, "q$1 '$2")
    .replace(/^(.*\d)\?(,? .*[a-z\d])$/, '$1$2 ?')
    .replace(
      /(^| (?:to|-) )(\d{1,2})-([a-z]{3,9})(?![a-z]|-\d)/g,
      (all, before, day, word: string) =>
        monthOf(word) === null ? all : `${before}${day} ${word}`,
    )
    .replace(/\bq([1-4])[/-](?=\d{4}\b)/g, 'q$1 ')
    .replace(/\b(\d{1,2})[/. ]([a-z]{3,9})[/.](\d{4}|\d{2})\b/g, '$1-$2-$3')
    .replace(/\b([a-z]{3,9})(?:[-/.]|\. ?| )(\d{1,2})[-/.](\d{4})\b/g, (all, word: string, d, y) =>
      monthOf(word) === null ? all : `${word} ${d} ${y}`,
    )
    .replace(/^([a-z]{3,9}) - (\d{4})$/, (all, word: string, year) =>
      monthOf(word) === null ? all : `${word} ${year}`,
    )
    .replace(/(?<![-/])\b([a-z]{3,9})[-/](\d{4})\b/g, (all, word: string, year) =>
      monthOf(word) === null ? all : `${word} ${year}`,
    )
    .replace(
      /(?<![a-z] )\b(\d{4})[-/.]([a-z]{3,9})(?:[-/.](\d{1,2}))?\b/g,
      (all, year, word: string, day) =>
        monthOf(word) === null ? all : day ? `${day} ${word} ${year}` : `${word} ${year}`,
    )
}

function dayFirst(all: string, day: string, month: string, year?: string): string {
  const name = MONTHS[Number(month) - 1]
  return name ? `${day} ${name.toLowerCase()}${year ? ` ${year}` : ''} ` : all
}

/** "17h30", "17.30 Uhr", "5.30pm" and "1730 hrs" as a clock shows them. */
function times(text: string): string {
  return (
    text
      .replace(/\ba\. ?m\b\.?/g, 'am')
      .replace(/\bp\. ?m\b\.?/g, 'pm')
      .replace(/\b(\d{1,2}) ?(?:h|uhr) ?(\d{2})\b/g, '$1:$2')
      .replace(/\b(\d{1,2})[.:](\d{2}) ?(?:h|hrs?|hours|uhr)\b\.?/g, '$1:$2')
      .replace(/\b(\d{1,2}) ?(?:h|uhr)(?![a-z]| ?\d)/g, '$1:00')
      .replace(/\b(\d{2})(\d{2}) ?(?:hrs?|hours)\b\.?/g, '$1:$2')
      .replace(/ (?:at|@) ?([01]\d|2[0-4])([0-5]\d)$/, ' at $1:$2')
      .replace(/\bmid-?day\b/g, 'noon')
      .replace(
        /\b(\d{1,2}(?::\d{2})?)(?: ?o'clock)?,? in the (morning|afternoon|evening)\b/g,
        (all, hour: string, part) =>
          Number.parseInt(hour, 10) > 12 ? all : `${hour}${part === 'morning' ? 'am' : 'pm'}`,
      )
      .replace(/ (?:at )?(\d{1,2}) ?o'clock\b/g, ' at $1')
      .replace(/\b(\d{1,2})\.(\d{2}) ?(am|pm)\b/g, '$1:$2$3')
      .replace(/(\d{4},?) (?:at )?(\d{1,2})\.(\d{2})$/g, '$1 $2:$3')
      .replace(/^(\d{8})t(\d{2})(\d{2})(?:\d{2})?(?=z|[+-]\d|$)/, '$1t$2:$3')
      .replace(/([+-]\d{2}:?\d{2}) \([a-z ]+\)$/, '$1')
      // The way in which programs write a moment: “Sat Jun 13 14:05:33 2020”.
      .replace(/ (\d{1,2}:\d{2}(?::\d{2})?) (?:[a-z]{3,4} )?(\d{4})$/, ' $2 $1')
      .replace(/\b12 (?=noon|midnight)/g, '')
  )
}

const SEASON = '(spring|summer|autumn|fall|winter)'
const SEASONS_OF_A_YEAR = new RegExp(
  `\\b${SEASON}( ?[-/] ?| (?:and|or|to|through|-|/) )${SEASON}(?: of|,)? (\\d{4})$`,
)
const DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ')

function words(text: string): string {
  return text
    .replace(/\b([abc])\. ?([cde])\.(?: ?e\.)?/g, (era) => `${era.replace(/[. ]/g, '')} `)
    .replace(/([a-z])\.(?![a-z])/g, '$1 ')
    .replace(/'s\b/g, 's')
    .replace(/\s*&\s*/g, ' and ')
    .replace(
      /\b(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b/g,
      (all) => {
        const [tens, unit = ''] = all.split(/[- ]/)
        return `${(tens === 'twenty' ? 20 : 30) + ORDINALS.indexOf(unit) + 1}th`
      },
    )
    .replace(/\bthirtieth\b/g, '30th')
    .replace(ORDINAL, (word) => `${ORDINALS.indexOf(word) + 1}th`)
    .replace(/[,;(]* *sources (differ|disagree)\)?$/, '')
    .replace(/ or (?:so|thereabouts)$/, ' about')
    .replace(/\b(?:on|in|at) or (?:about|around)\b/g, 'about')
    .replace(/\bsome time\b/g, 'sometime')
    .replace(/-?ish$/, ' about')
    .replace(
      /^((?:between )?(?:early|mid))( and | to | - | |-|\/| or )(mid|late)[- ](.+)$/,
      (_all, first: string, sign: string, last: string, rest: string) =>
        `${first} ${rest}${sign === ' and ' ? sign : ' to '}${last} ${rest}`,
    )
    .replace(/\ba fortnight ago\b/, 'about two weeks ago')
    .replace(/\ba couple (?:of )?(?=(?:days|weeks|months|years) ago\b)/, 'about two ')
    .replace(/^some (?=[a-z\d]+ [a-z]+ ago\b)/, 'about ')
    .replace(/^(?:on )?([a-z]{6,9}) last$/, 'last $1')
    .replace(/^(.*\d(?:st|nd|rd|th)?) (?:inst|instant)\b/, '$1 of this month')
    .replace(/^(.*\d(?:st|nd|rd|th)?) (?:ult|ultimo)\b/, '$1 of last month')
    .replace(SEASONS_OF_A_YEAR, (_all, first: string, join: string, last: string, year: string) => {
      // The winter before a spring began in the year before.
      const begins = first === 'winter' && last !== 'winter' ? Number(year) - 1 : year
      return `${first} ${begins}${join}${last} ${year}`
    })
    .replace(/\bend of the (?=(?:year|month)$)/, 'end of this ')
    .replace(/\b(?:the )?(year|month)[- ]end$/, 'the end of this $1')
    .replace(
      /\b(eighteen|nineteen)[- ](twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/g,
      (_all, century, decade: string) =>
        `${century === 'eighteen' ? 18 : 19}${DECADES.indexOf(decade) + 2}0s`,
    )
    .replace(/\bthe decade (\d{3})0 - \d{3}9\b/g, '$1x')
}
