import { headDay, publishedIn, realDay } from './published'
import type { CaptureCaption, CaptureDocument, CaptureLanguage, CaptureMeta } from './types'

/** The most text that is read, in UTF-16 units: some 30,000 words. */
const LONGEST_TEXT = 200_000

/**
 * Makes a document of a text as it was pasted: one paragraph a line, invisible signs gone, and the
 * headline, by-line, dateline and captions that stand in it told apart from what it says.
 */
export function readText(
  pasted: string,
  given: Partial<CaptureMeta> & { language?: CaptureLanguage; captions?: CaptureCaption[] } = {},
): CaptureDocument {
  const text = pasted
    .slice(0, LONGEST_TEXT)
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    // eslint-disable-next-line no-control-regex -- what is invisible has no place in a passage
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const lines = text.split('\n').filter(Boolean)
  return {
    text,
    language: given.language ?? languageOf(text),
    meta: {
      title: given.title || titleIn(lines),
      publisher: given.publisher || publisherIn(text),
      author: given.author || authorIn(lines),
      published: realDay(given.published) ?? publishedIn(lines),
      url: given.url || addressIn(lines),
    },
    captions: [...(given.captions ?? []), ...captionsIn(text)],
  }
}

const CAPTION =
  /^(?:Image \d+ of \d+[^\p{L}]*|(?:Photo|Image|Picture|Caption|Foto|Bild)(?: caption)?: ?)(.+)$/gmu

/** Captions as sites write them into the text: "Image 1 of 3 ▼ … (FOX 13 Seattle)". */
function captionsIn(text: string): CaptureCaption[] {
  return [...text.matchAll(CAPTION)].map((match) => {
    const words = match[1] ?? ''
    const start = match.index + match[0].length - words.length
    const credit = /\s*\(([^()]{2,80})\)\s*$/u.exec(words)
    return {
      caption: credit ? words.slice(0, credit.index) : words,
      credit: credit?.[1] ?? '',
      passage: { start, end: start + words.length, exact: words },
    }
  })
}

/** Whether this place of the text lies in a caption. */
export function isInCaption({ captions }: CaptureDocument, at: number): boolean {
  return captions.some(({ passage }) => passage && at >= passage.start && at < passage.end)
}

/** What stands above a headline and is none: "FOR IMMEDIATE RELEASE", a date, whom to ask. */
const ABOVE =
  /^(?:(?:for )?immediate release|(?:press|news|media) release|breaking(?: news)?|exclusive|opinion|contacts?:|media contact|embargo|(?:last )?updated\b|date\b|by\b|published\b|posted\b|heard on\b|https?:|image \d|photo\b)/iu

function titleIn(lines: string[]): string {
  const head = lines.slice(0, 6).map((line) => line.trim())
  const at = head.findIndex((words) => !ABOVE.test(words) && !(headDay(words) && words.length < 60))
  const words = head[at] ?? ''
  return words.length <= 200 && words.split(/\s+/u).length >= 3 && !/[.;:]$/u.test(words)
    ? words
    : ''
}

function authorIn(lines: string[]): string {
  for (const line of lines.slice(0, 10)) {
    const found =
      /^(?:(?:(?:Written |Reported )?[Bb]y|BY|Por|Von|Text)|(?:Author|Reporter|Writer|Autor|Autorin)s?:) ?:? ?((?:\p{Lu}[\p{L}.'’-]+(?:,? (?:and|y|und|de|van|von|del|la) |, (?=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:,| and )))?\s?){1,9})(?:[,|•·–—/(].*)?$/u.exec(
        line.trim(),
      )
    if (found?.[1]) return withoutCapitals(found[1].trim())
  }
  return ''
}

/** "ADA BYRON" as a name is written. */
function withoutCapitals(name: string): string {
  return /\p{Ll}{2}/u.test(name)
    ? name
    : name.replace(/\p{Lu}[\p{Lu}]+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}

function publisherIn(text: string): string {
  const credit = captionsIn(text).find(
    ({ credit }) => credit !== '' && !/getty|ap photo|reuters|courtesy/iu.test(credit),
  )?.credit
  const dateline =
    /^\p{Lu}[\p{Lu} .,'-]{2,40}\(((?:AP|AFP|Reuters|UPI|KUOW|[\p{Lu}]{3,6}))\)/mu.exec(text)?.[1]
  return dateline ?? credit ?? ''
}

function addressIn(lines: string[]): string {
  for (const line of [...lines.slice(0, 5), ...lines.slice(-3)]) {
    const address = /^(?:source:? |url:? )?(https?:\/\/\S+)$/iu.exec(line.trim())?.[1]
    if (address) return address
  }
  return ''
}

/** The language by its commonest small words; English unless another is plain. */
function languageOf(text: string): CaptureLanguage {
  const count = (pattern: RegExp) => (text.slice(0, 20_000).match(pattern) ?? []).length
  const english = count(/\b(?:the|and|of|to|that|for|with|said)\b/giu)
  const spanish = count(
    /(?<!\p{L})(?:el|los|las|que|del|por|con|una|un|en|se|para|según)(?!\p{L})/giu,
  )
  const german = count(
    /(?<!\p{L})(?:der|die|das|und|den|dem|des|mit|nicht|eine?r?|sich|von|auf|für|wir)(?!\p{L})/giu,
  )
  if (spanish > english && spanish > german) return 'es'
  return german > english ? 'de' : 'en'
}
