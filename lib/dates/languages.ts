import { MONTHS as ENGLISH } from './names'

/** Names in German, Spanish, French, Italian, Portuguese and Dutch, without accents, by what they mean. */
/** By month, January first. */
const MONTHS = [
  'januar janner enero ene janvier janv gennaio janeiro januari',
  'februar feber febrero fevrier fevr fev febbraio fevereiro februari',
  'marz maerz mrz marzo mars marco maart mrt',
  'abril abr avril avr aprile',
  'mai mayo maggio maio mei',
  'juni junio juin giugno junho',
  'juli julio juillet juil juill luglio julho',
  'agosto aout augustus',
  'septiembre setiembre septembre settembre setembro',
  'oktober okt octubre octobre ottobre outubro',
  'noviembre novembre novembro',
  'dezember dez diciembre dic decembre dicembre dezembro',
]

const WEEKDAYS: Record<string, string> = {
  monday: 'montag lunes lundi lunedi maandag',
  tuesday: 'dienstag martes mardi martedi dinsdag',
  wednesday: 'mittwoch miercoles mercredi mercoledi woensdag',
  thursday: 'donnerstag jueves jeudi giovedi donderdag',
  friday: 'freitag viernes vendredi venerdi vrijdag',
  saturday: 'samstag sonnabend sabado samedi sabato zaterdag',
  sunday: 'sonntag domingo dimanche domenica zondag',
}

const OTHERS: Record<string, string> = {
  spring: 'fruhling fruhjahr primavera printemps',
  summer: 'sommer verano ete verao zomer',
  autumn: 'herbst otono automne autunno outono herfst',
  winter: 'invierno hiver inverno',
  today: "heute hoy aujourd'hui oggi hoje vandaag",
  yesterday: 'gestern ayer hier ieri ontem gisteren',
  since: 'seit ab desde depuis dal sinds',
  from: 'vom von',
  until: "bis hasta jusqu'au jusqu'en fino",
  before: 'vor avant antes prima voor',
  after: 'nach apres despues dopo',
  about: 'gegen etwa ungefahr vers environ hacia verso ongeveer rond',
  between: 'zwischen entre tra tussen',
  early: 'anfang debut principios comienzos inizio',
  mid: 'mitte mediados',
  late: 'ende fin finales fines eind',
  quarter: 'quartal trimestre',
  or: 'oder',
  and: 'und',
  at: 'um',
  noon: 'midi mediodia mittag mittags',
}

/** Words that mean something else in English: they are read so only beside one of the names above. */
const BESIDE_A_NAME: Record<string, string> = {
  and: 'y et e',
  or: 'o ou',
  to: 'al au a tot t/m',
  first: 'primer premier erstes',
  second: 'segundo deuxieme zweites',
  third: 'tercer troisieme drittes',
  fourth: 'cuarto quatrieme viertes',
  early: 'begin',
  mid: 'meta',
  late: 'fine',
  '': 'de del du des di do la le el los les den der dem im am il van het em en',
}

const NAMED = byWord({
  ...Object.fromEntries(ENGLISH.map((name, index) => [name.toLowerCase(), MONTHS[index] ?? ''])),
  ...WEEKDAYS,
})
const ALWAYS = byWord(OTHERS)
const BESIDE = byWord(BESIDE_A_NAME)

function byWord(words: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([english, others]) =>
      others.split(' ').map((other) => [other, english] as const),
    ),
  )
}

const WORD = /[a-z]+(?:'[a-z]+|\/m\b)?/g

/** Writes the months, weekdays and small words of other languages in English; `text` is in lower case without accents. */
export function inEnglish(text: string): string {
  const plain = text
    .replace(/\ba partir d(?:e|u|el|al)\b/g, 'desde')
    .replace(/\ba (?=principios|comienzos|mediados|finales|fines)/g, '')
    .replace(/\b1(?:er|o|a)\b/g, '1')
    .replace(
      /\b(?:(?:los |les |gli |de )?(?:anos|annees|anni|jaren)|(?:la )?decada de|(?:la )?decennie) (\d{3}0)s?\b/g,
      '$1s',
    )
    .replace(
      /\b(?:bis|ab|seit|vor|nach) (?:zum|zur|dem|der|den) (?=\d)/g,
      (all) => `${all.split(' ')[0]} `,
    )
    .replace(/\b([1-4])(?:\.|er|eme|e|o|a)? (?=quartal\b|trimestre\b)/, '$1 ')
    .replace(/^um (?=(?:das jahr )?\d{3,4}$)/, 'etwa ')
    // In English "ago" follows a unit; in Spanish the month follows its day.
    .replace(/\b(\d{1,2}(?: de|[ -.])?)\s*ago\b\.?/g, '$1 august')
    .replace(/^(?:mo|di|mi|do|fr|sa|so)[., ]+(?=\d{1,2}(?!\d))/, '')
    .replace(/\bmi-(?=[a-z])/g, 'mid-')
    .replace(/\ba las? (?=\d)|(?<=\d) a (?=\d{1,2}(?::|h))|\bal? (?=midi\b|mediodia\b)/g, ' at ')
  const words = plain.match(WORD) ?? []
  const foreign =
    words.some((word) => NAMED.has(word) || ALWAYS.has(word)) ||
    /^(?:am|le|el|den) \d{1,2}\.? /.test(plain)
  const start = foreign
    ? plain.replace(/^(?:du|del|dal|de|van) (?=\d.* (?:au|al|a|tot) )/, 'from ')
    : plain
  return start.replace(WORD, (word) => {
    const english = NAMED.get(word) ?? ALWAYS.get(word)
    return english ?? (foreign ? (BESIDE.get(word) ?? word) : word)
  })
}
