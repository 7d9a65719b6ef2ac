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
      published: given.published || publishedIn(lines),
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

function titleIn([first = '']: string[]): string {
  const words = first.trim()
  return words.length <= 160 &&
    words.split(/\s+/u).length >= 3 &&
    !/[.;:]$/u.test(words) &&
    !/^(?:date|by|published)\b/iu.test(words)
    ? words
    : ''
}

function authorIn(lines: string[]): string {
  for (const line of lines.slice(0, 8)) {
    const found =
      /^(?:By|Por|Von) ((?:\p{Lu}[\p{L}.'’-]+(?:,? (?:and|y|und) )?\s?){1,6})(?:[,|•].*)?$/u.exec(
        line.trim(),
      )
    if (found?.[1]) return found[1].trim()
  }
  return ''
}

function publisherIn(text: string): string {
  const credit = captionsIn(text).find(
    ({ credit }) => credit !== '' && !/getty|ap photo|reuters|courtesy/iu.test(credit),
  )?.credit
  const dateline =
    /^\p{Lu}[\p{Lu} .,'-]{2,40}\(((?:AP|AFP|Reuters|UPI|KUOW|[\p{Lu}]{3,6}))\)/mu.exec(text)?.[1]
  return dateline ?? credit ?? ''
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?'

function publishedIn(lines: string[]): string | null {
  for (const line of lines.slice(0, 10)) {
    const iso =
      /(?:^|\b(?:date|published|updated|posted)\b[^\d]{0,12})(\d{4}-\d{2}-\d{2})\b/iu.exec(
        line,
      )?.[1]
    if (iso) return iso
    const words = new RegExp(
      `^(?:published|posted|updated|date|for immediate release)?[:\\s,–—-]*(?:on )?(?:\\p{L}+day,? )?(${MONTH} \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH} \\d{4})(?:\\b.*)?$`,
      'iu',
    ).exec(line.trim())?.[1]
    const day = words && isoOf(words)
    if (day) return day
  }
  return null
}

function isoOf(words: string): string | null {
  const month =
    'jan feb mar apr may jun jul aug sep oct nov dec'
      .split(' ')
      .indexOf((/[a-z]{3}/iu.exec(words)?.[0] ?? '').toLowerCase()) + 1
  const year = /\d{4}/.exec(words)?.[0]
  const day = Number(/(?<!\d)\d{1,2}(?!\d)/.exec(words)?.[0])
  if (!month || !year || !(day >= 1 && day <= 31)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
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
  const english = count(/\b(?:the|and|of|to|in|that|for|was|said)\b/giu)
  const spanish = count(/(?<!\p{L})(?:el|los|las|que|del|por|con|una|para|según)(?!\p{L})/giu)
  const german = count(/(?<!\p{L})(?:der|die|das|und|den|mit|nicht|ein|sich|von)(?!\p{L})/giu)
  if (spanish > english && spanish > german) return 'es'
  return german > english ? 'de' : 'en'
}
