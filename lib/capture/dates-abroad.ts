import type { CaptureLanguage } from './types'

/** Dates as Spanish and German reports write them. */
export const SPANISH =
  /(?<![\p{L}\d])(?:(?:en|desde|hasta) (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)(?! de(?:l)? \d)|(?:en|desde|hasta) (?:19|20)\d{2}|(?:el |este |pasado )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?: pasado)?,? (?:el )?\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)(?: (?:de|del) \d{4})?|\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)(?: (?:de|del) \d{4})?|(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) de \d{4}|(?:el próximo |este próximo |el |del |este |el pasado |al |hasta el |próximo )(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?: pasado| (?:[12]?\d|3[01])(?=[.,;)](?!\d)| en | a las |$))?|ayer|hoy|hace (?:un|una|dos|tres|cuatro|cinco|seis|\d{1,2}) (?:días?|semanas?|mes(?:es)?|años?))(?![\p{L}\d])/giu
export const GERMAN =
  /(?<![\p{L}\d])(?:(?:[Ii]m|[Ss]eit|bis) (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?! \d)|(?:seit|bis|im Jahr|Anfang|Ende) (?:19|20)\d{2}|(?:am )?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag),? (?:dem |den )?\d{1,2}\. ?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|\d{1,2}\.)(?: ?\d{4})?|\d{1,2}\. ?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?: \d{4})?|\d{1,2}\.\d{1,2}\.\d{4}|(?:im )?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{4}|(?:[Aa]m|[Vv]om|[Ff]ür|[Ss]eit|bis|bis einschließlich|bis zum) (?:vergangenen |kommenden )?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)|(?:bis )?(?:Anfang|Mitte|Ende) (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?! \d)|gestern(?: früh| abend| nacht)?|heute|vor (?:einem|einer|zwei|drei|vier|fünf|sechs|\d{1,2}) (?:Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?))(?![\p{L}\d])/gu

/** The number of each weekday, 0 for Sunday, by its names in the three languages. */
export const WEEKDAY_NAMES: Record<string, number> = Object.fromEntries(
  [
    'sunday monday tuesday wednesday thursday friday saturday',
    'sun mon tue wed thu fri sat',
    'domingo lunes martes miércoles jueves viernes sábado',
    'sonntag montag dienstag mittwoch donnerstag freitag samstag',
  ].flatMap((names) => names.split(' ').map((name, index) => [name, index])),
)
const MONTH_NAMES: Record<string, string> = Object.fromEntries(
  [
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'januar februar märz april mai juni juli august september oktober november dezember',
  ].flatMap((names) =>
    names
      .split(' ')
      .map((name, index) => [
        name,
        'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[index] ?? '',
      ]),
  ),
)
const COUNTS: Record<string, string> = {
  un: '1',
  una: '1',
  einem: '1',
  einer: '1',
  dos: '2',
  zwei: '2',
  tres: '3',
  drei: '3',
  cuatro: '4',
  vier: '4',
  cinco: '5',
  fünf: '5',
  seis: '6',
  sechs: '6',
}

const THIRDS: Record<string, string> = { anfang: 'early ', mitte: 'mid-', ende: 'late ' }

/** The same words as English has them, since those are what the record's own reader knows best. */
export function english(words: string, language: CaptureLanguage): string {
  let plain = words.toLowerCase().replace(/\s+/gu, ' ').trim()
  if (language === 'en') return plain.replace(/^on (?=\p{L})/u, '')
  plain = plain
    .replace(/^(?:bis )?(anfang|mitte|ende) (?=\p{L})/u, (_, part: string) => THIRDS[part] ?? '')
    .replace(
      /\b(?:hasta el|el próximo|este próximo|el pasado|vom|del|al|en|desde|hasta|próximo|bis einschließlich|bis zum|bis|seit|im jahr|anfang|ende|kommenden|el|este|am vergangenen|am|für|im|dem|den|pasado)(?![\p{L}]) ?/gu,
      '',
    )
    .replace(/ pasado$/u, '')
    .replace(/\b(?:de|del) /gu, '')
    .replace(/^ayer$|^gestern(?: früh| abend| nacht)?$/u, 'yesterday')
    .replace(/^hoy$|^heute$/u, 'earlier today')
    .replace(/^(?:hace|vor) (\S+) (\S+)$/u, (_, count: string, unit: string) => {
      const name = /^(?:d[ií]a|tag)/u.test(unit)
        ? 'days'
        : /^(?:semana|woche)/u.test(unit)
          ? 'weeks'
          : /^(?:mes|monat)/u.test(unit)
            ? 'months'
            : 'years'
      return `${COUNTS[count] ?? count} ${name} ago`
    })
    .replace(/[\p{L}]+/gu, (word) => MONTH_NAMES[word] ?? word)
    .replace(/(\d)\. ?(?=\p{L})/gu, '$1 ')
    .trim()
  // A weekday beside a full date adds nothing to it.
  return plain.replace(/^[\p{L}]+,? (?=\d{1,2} )/u, (lead) =>
    WEEKDAY_NAMES[lead.replace(/,? $/u, '')] === undefined ? lead : '',
  )
}
