import 'server-only'

/** Fewest characters that must be left once everything easy to guess is taken out. */
const LEAST_LEFT = 6
const FEWEST_DISTINCT = 5
const SHORTEST_RUN = 4

const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '!@#$%^&*()',
  'q1w2e3r4t5y6u7i8o9p0',
].flatMap((row) => [row, [...row].reverse().join('')])

// Words on which most leaked passwords are built; what is left beside them must be long enough.
const WEAK_WORDS = words(`
  password passwort passw0rd p@ssword p@ssw0rd pass contraseña secret welcome willkommen hello
  letmein login admin administrator root user guest test demo default changeme change temp
  iloveyou love princess sunshine dragon monkey football baseball superman batman pokemon starwars
  shadow master hunter freedom whatever trustno1 computer internet google facebook amazon
  organizer organiser campaign union workspace spring summer autumn winter january february march
  april june july august september october november december monday tuesday wednesday thursday
  friday saturday sunday 1qaz 2wsx qaz wsx zaq
`)

// Twelve characters and more, so that length alone does not catch them. Compared without spaces,
// signs and a number at the end. The last lines are what a guesser tries on organizers.
const COMMON = new Set(
  words(`
  correcthorsebatterystaple horsebatterystaple trustnoonetrust iloveyouforever iloveyousomuch
  ilovemyfamily ilovemymother iloveyoubaby iloveyoubabe loveyouforever mylovemylife
  nevergonnagiveyouup maytheforcebewithyou tobeornottobe tobeornottobethatisthequestion
  thequickbrownfox thequickbrownfoxjumpsoverthelazydog onceuponatime inthebeginning jesusislord
  jesuschrist jesuslovesme godisgoodallthetime godblessamerica ingodwetrust letmeinplease
  letmeinletmein openthedoorplease passwordpassword thisismypassword mypasswordissecret
  thispasswordissecure supersecretpassword nopasswordneeded idontknowmypassword iforgotmypassword
  forgotmypassword changethispassword administrator superadministrator rootrootroot testtesttest
  manchesterunited manchestercity liverpoolfc realmadridcf dallascowboys newyorkyankees
  sanfrancisco losangeles philadelphia christmasday halloweennight happybirthday happynewyear
  harrypotter gameofthrones lordoftherings startrekvoyager thedarkknight spongebobsquarepants
  teenagemutantninjaturtles caliescaliente unbelievable qwertyqwerty asdfasdfasdf zxcvzxcvzxcv
  alexanderthegreat billgatesrocks microsoftoffice windowsserver internetexplorer
  solidarityforever workersoftheworldunite anotherworldispossible powertothepeople
  thepeopleunited thepeopleunitedwillneverbedefeated elpueblounido elpueblounidojamasseravencido
  sisepuedesisepuede nojusticenopeace blacklivesmatter unionstrongunionstrong wearethe99percent
  whosestreetsourstreets bellaciaobellaciao breadandroses wobbliesoftheworld strikestrikestrike
  generalstrike organizetheworkers organizeagitateeducate educateagitateorganize
  noonesillegal nooneisillegal thisiswhatdemocracylookslike aninjurytooneisaninjurytoall
`),
)

/**
 * Whether a password is among the first that a guesser tries: a well-known one, one with hardly
 * any different characters, one that repeats a short piece, or one made of common words and of
 * runs along the alphabet, the digits or the keyboard.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFC').toLowerCase()
  if (new Set(plain).size < FEWEST_DISTINCT || repeatsItself(plain)) return true
  return [plain, withoutLookalikes(plain)].some(
    (text) =>
      COMMON.has(bare(text)) ||
      COMMON.has(bare(text).replace(/\d+$/, '')) ||
      [...leftOf(text)].length < LEAST_LEFT,
  )
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

function withoutLookalikes(text: string): string {
  const letters: Record<string, string> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  }
  return text.replace(/[013457@$!]/g, (sign) => letters[sign] ?? sign)
}

function repeatsItself(text: string): boolean {
  return /^(.{1,6}?)\1+.{0,5}$/su.test(text)
}

function leftOf(text: string): string {
  let left = text
  // The longest first, so that "password" goes before "pass" leaves "word".
  for (const word of [...WEAK_WORDS].sort((a, b) => b.length - a.length))
    left = left.replaceAll(word, ' ')
  return withoutRuns(left).replace(/[\p{P}\p{Z}\p{Sc}\p{Sk}\p{Sm}]/gu, '')
}

function withoutRuns(text: string): string {
  let left = ''
  for (let at = 0; at < text.length;) {
    const run = runAt(text, at)
    if (run === 0) left += text[at]
    at += Math.max(run, 1)
  }
  return left
}

// How long a run along one of the sequences begins here; 0 when it is too short to count.
function runAt(text: string, at: number): number {
  let length = SHORTEST_RUN
  if (
    !SEQUENCES.some((row) => row.includes(text.slice(at, at + length))) ||
    at + length > text.length
  )
    return 0
  while (
    at + length < text.length &&
    SEQUENCES.some((row) => row.includes(text.slice(at, at + length + 1)))
  )
    length++
  return length
}
