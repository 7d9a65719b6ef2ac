/** As much of a text as tells its language. */
const ENOUGH = 400
/** Words that only English has, of which a sentence in it seldom has none. */
const ENGLISH = /\b(?:the|and|with|their|they|from|that|said|which|would|workers)\b/i
/** How much likelier than English another language must be. Short headlines are often near both. */
const PLAINLY = 0.2
/** Two words are near too many languages. */
const FEWEST_WORDS = 3
/** A name is in no language; what stands isolated in a line may be one, or a text such as a demand. */
const MORE_THAN_A_NAME = 4
const MOST_KEPT = 5_000

type Detector = (typeof import('eld/extrasmall'))['eld']

/** Read before the first page asks, while the server warms itself: its data is 1 MB. */
const detector: Promise<Detector> = import('eld/extrasmall').then(({ eld }) => eld)
const known = new Map<string, string | null>()

/**
 * Says of every text in a page that people wrote (`dir="auto"`, `bdi`) which language it is in, where
 * that is plainly another than the page's English: for its voice, its hyphens and its letters.
 */
export async function withLanguages(html: string): Promise<string> {
  const found = [
    ...[...html.matchAll(/ dir="auto"[^>]*>(?:<a [^>]*>)?([^<]+)/g)].map(([, text = '']) => text),
    ...[...html.matchAll(/<bdi>([^<]+)<\/bdi>/g)].flatMap(([, text = '']) => isolated(text)),
  ]
  for (const text of new Set(found)) if (!known.has(text)) keep(text, await languageOf(text))
  const said = (text: string) => {
    const language = known.get(text)
    return language ? ` lang="${language}"` : ''
  }
  return html
    .replace(
      / dir="auto"([^>]*>(?:<a [^>]*>)?)([^<]+)/g,
      (_, rest: string, text: string) => ` dir="auto"${said(text)}${rest}${text}`,
    )
    .replace(/<bdi>([^<]+)<\/bdi>/g, (_, text: string) => `<bdi${said(text)}>${text}</bdi>`)
}

function isolated(text: string): string[] {
  return wordsIn(text) >= MORE_THAN_A_NAME || isFarFromEnglish(text) ? [text] : []
}

const wordsIn = (text: string) => text.trim().split(/\s+/).length

/** Whether it has letters of another script, whose language is told by a few of them. */
function isFarFromEnglish(text: string): boolean {
  return /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)
}

async function languageOf(html: string): Promise<string | null> {
  const text = html.slice(0, ENOUGH).replaceAll(/&[#\w]+;/g, ' ')
  if (!isFarFromEnglish(text) && (ENGLISH.test(text) || wordsIn(text) < FEWEST_WORDS)) return null
  const result = (await detector).detect(text)
  const scores = result.getScores()
  const likelier = (scores[result.language] ?? 0) - (scores.en ?? 0)
  return result.isReliable() && result.language !== 'en' && likelier >= PLAINLY
    ? result.language
    : null
}

// What was kept first goes first; pages are made of the same texts again and again.
function keep(text: string, language: string | null): void {
  const [first] = known.keys()
  if (known.size >= MOST_KEPT && first !== undefined) known.delete(first)
  known.set(text, language)
}
