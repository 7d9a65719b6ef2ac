import 'server-only'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** As powers of ten: what a guesser tries within hours, where hashes as slow as ours were stolen. */
const FEWEST_GUESSES = 10
/** A beginning that is hard to guess makes the whole so; looking at all of a long one takes seconds. */
const LOOKED_AT = 48

// Phrases that estimators take for unrelated words. Compared without spaces, signs and a number at
// the end. The last lines are what a guesser tries on organizers.
const PHRASES = new Set(
  `
  correcthorsebatterystaple horsebatterystaple trustnoonetrust iloveyouforever iloveyousomuch
  ilovemyfamily ilovemymother mylovemylife nevergonnagiveyouup maytheforcebewithyou tobeornottobe
  tobeornottobethatisthequestion thequickbrownfox thequickbrownfoxjumpsoverthelazydog onceuponatime
  inthebeginning jesusislord jesuslovesme godisgoodallthetime godblessamerica ingodwetrust
  openthedoorplease thisismypassword mypasswordissecret thispasswordissecure supersecretpassword
  nopasswordneeded idontknowmypassword iforgotmypassword forgotmypassword changethispassword
  spongebobsquarepants teenagemutantninjaturtles startrekvoyager thedarkknight lordoftherings
  solidarityforever workersoftheworldunite anotherworldispossible powertothepeople
  thepeopleunited thepeopleunitedwillneverbedefeated elpueblounido elpueblounidojamasseravencido
  sisepuedesisepuede nojusticenopeace blacklivesmatter unionstrongunionstrong wearethe99percent
  whosestreetsourstreets bellaciaobellaciao breadandroses wobbliesoftheworld strikestrikestrike
  generalstrike organizetheworkers organizeagitateeducate educateagitateorganize
  noonesillegal nooneisillegal thisiswhatdemocracylookslike aninjurytooneisaninjurytoall
  `
    .trim()
    .split(/\s+/),
)

let estimator: Promise<ZxcvbnFactory> | undefined

// Its dictionaries take a second to unpack, which only those who choose a password wait for.
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  })
}

async function estimate(password: string, about: string[]): Promise<number> {
  estimator ??= loadEstimator()
  const { guessesLog10 } = (await estimator).check(
    [...password].slice(0, LOOKED_AT).join(''),
    about,
  )
  return guessesLog10
}

/**
 * Whether a password is among the first that a guesser tries: a leaked one, one made of names, dates
 * and common words, of runs along the keyboard or of repetitions, or a well-known phrase.
 *
 * @param about words that a guesser of this password would try first, such as the workspace's name.
 */
export async function isCommonPassword(password: string, about: string[] = []): Promise<boolean> {
  const plain = password.normalize('NFC').toLowerCase()
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '')
  if (PHRASES.has(bare) || PHRASES.has(bare.replace(/\d+$/, ''))) return true
  return (await estimate(plain, about)) < FEWEST_GUESSES
}
