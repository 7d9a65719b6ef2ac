import type { Token } from './letters'

/**
 * Where words are run together, in small letters and without what stands between words elsewhere: in the
 * handle of an account or the front of an e-mail address, in a tag, in the path of a web address, in a
 * headline that such a path has with hyphens (`slug`), in the name of a file, and in that of a host.
 */
export type HandleKind = 'handle' | 'tag' | 'address' | 'slug' | 'file' | 'host'

/** Where a word stands, and of what it is a part. */
export type InRun = {
  kind: HandleKind
  /** Whether it is one of several that are told apart by their capitals. */
  isHump: boolean
  /** Whether what stands beside it is said of people: "help-grace-with-rent". */
  isCued: boolean
}

// Common words that are somebody's name stand in every headline: of those in an address an editor is
// asked only beside such a word.
const BEFORE =
  'for|with|help|helping|support|supporting|free|save|defend|rehire|reinstate|justice|remember|remembering|honor|honoring|thank|dear|love|meet|bring'
const AFTER =
  'fund|family|needs|strong|deserves|was|fired|legal|medical|speaks|stays|home|recovery|memorial'
const CUE_BEFORE = new RegExp(`(?:${BEFORE})[-_+.]?$`, 'iu')
const CUE_AFTER = new RegExp(`^s?[-_+.]?(?:${AFTER})`, 'iu')

/** Whether a word that is said of people stands right before or behind. */
export function isCued(before: string, after: string): boolean {
  return CUE_BEFORE.test(before) || CUE_AFTER.test(after)
}

/** A run of signs without a blank, and whether it is a web address. */
type Run = { from: number; end: number; isUrl: boolean; isFile: boolean }

const ANY = /[@＠#＃_/]|\.\p{L}/u
const RUNS = /[^\s"“”<>]+/gu
const URL = /^[^\p{L}\p{N}]*(?:[a-z][a-z+.-]*:\/\/|www\.|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/)/iu
const HOST = /^[^\p{L}\p{N}]*(?:[a-z][a-z+.-]*:\/\/)?[^/]*$/iu
const FILE =
  /\.(?:jpe?g|png|gif|webp|heic|svg|pdf|docx?|xlsx?|pptx?|odt|rtf|txt|csv|mp[34]|mov|m4a|zip)[^\p{L}\p{N}]*$/iu
// What a handle or a tag is made of, with escapes of an address.
const PARTS = "[\\p{L}\\p{M}\\p{N}_.+'’%-]*"
const BEGUN = new RegExp(`([^\\s]?)([@＠#＃])${PARTS}$`, 'u')
const AT_HOST = new RegExp(`^${PARTS}[@＠][\\p{L}\\p{N}]`, 'u')

/** The handles, tags and addresses of a text. */
export class Handles {
  private constructor(
    private readonly text: string,
    private readonly runs: readonly Run[],
  ) {}

  /** Null where the text has none. */
  static of(text: string): Handles | null {
    if (!ANY.test(text)) return null
    const runs = [...text.matchAll(RUNS)].flatMap(({ 0: run, index: from }): Run[] => {
      if (!ANY.test(run)) return []
      return [{ from, end: from + run.length, isUrl: URL.test(run), isFile: FILE.test(run) }]
    })
    return runs.length === 0 ? null : new Handles(text, runs)
  }

  /** Where a word stands; null for a word among words. */
  at({ start, ends }: Token): InRun | null {
    const run = this.runAt(start)
    if (!run) return null
    const end = ends.at(-1) ?? start
    const before = this.text.slice(run.from, start)
    const after = this.text.slice(end, run.end)
    const kind = this.kindIn(run, before, after)
    if (!kind) return null
    // So does the key of a picture or a page: "1R4UblFt".
    const isHump = /[\p{L}\p{N}]$/u.test(before) || /^\p{L}/u.test(after)
    return { kind, isHump, isCued: isCued(before, after) }
  }

  private kindIn(run: Run, before: string, after: string): HandleKind | null {
    const [, at = '', sign] = BEGUN.exec(before) ?? []
    if (sign === '#' || sign === '＃') return 'tag'
    if (sign) return /[\p{L}\p{N}_]/u.test(at) ? 'host' : 'handle'
    if (AT_HOST.test(after)) return 'handle'
    const isJoined = /[-_+]$|%20$/u.test(before) || /^(?:[-_+]|%20)/u.test(after)
    if (run.isUrl) return HOST.test(before) ? 'host' : isJoined ? 'slug' : 'address'
    if (run.isFile) return 'file'
    return before.endsWith('_') || after.startsWith('_') ? 'slug' : null
  }

  private runAt(start: number): Run | undefined {
    let [low, high] = [0, this.runs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.runs[middle]?.end ?? 0) > start) high = middle
      else low = middle + 1
    }
    const run = this.runs[low]
    return run && run.from <= start ? run : undefined
  }
}
