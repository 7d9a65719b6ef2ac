/**
 * What the HTTP server (`scripts/server`) and the app behind it tell each other in headers. The
 * server removes every header of these names that came from outside, and takes those of the app's
 * answer off before it is sent.
 */

/** What the server tells the app of a request. */
export const requestHeader = {
  /** The network that the request came from, whatever it says of itself. */
  address: 'x-throughline-address',
  /** The path with its query, as it was asked for. */
  path: 'x-throughline-path',
  /** The answer may be given to everybody who asks for the page, on the app's terms. */
  fill: 'x-throughline-fill',
  /** Why a request that came with this session was refused; said of no other than the server's own. */
  refused: 'x-throughline-refused',
} as const

/** What the app tells the server of an answer. */
export const answerHeader = {
  cacheable: 'x-throughline-cacheable',
  workspace: 'x-throughline-workspace',
  expires: 'x-throughline-expires',
  parameters: 'x-throughline-parameters',
  view: 'x-throughline-view',
  frames: 'x-throughline-frames',
  script: 'x-throughline-script',
} as const

/** The one that reaches readers: what a file's format cannot hold of the record. */
export const lossHeader = 'x-throughline-loss'

/** What a file cannot hold, as a header may carry it: Latin-1, so that a ’ is written as '. */
export function lossInHeader(loss: readonly string[]): string {
  if (loss.length === 0) return 'nothing'
  return loss
    .join('; ')
    .replaceAll('’', "'")
    .replaceAll(/[^\x20-\x7e]/g, '?')
}

/** Whether a header is one of these; none of them is believed from outside. */
export function isInnerHeader(name: string): boolean {
  return name.startsWith('x-throughline-')
}

const ofAnswers: ReadonlySet<string> = new Set(Object.values(answerHeader))

/** Whether a header of the app's answer is meant for the server alone. */
export function isForServer(name: string): boolean {
  return ofAnswers.has(name)
}

/** Headers as Node has them: in small letters. */
type Received = { readonly [name: string]: string | string[] | undefined }

/** On what terms an answer may be given to everybody, from memory. */
export type CachingTerms = {
  /** SHA-256 of the link's token, in hexadecimal digits. */
  hash: string
  workspace: string
  /** When the link ends, in ms since 1970; `Infinity` for one that does not. */
  expires: number
  /** Names of the query's parameters on which the answer depends; null when it does not say. */
  parameters: readonly string[] | null
}

/** Says on what terms an answer may be given to everybody. */
export function writeCachingTerms(terms: CachingTerms): Record<string, string> {
  const { hash, workspace, expires, parameters } = terms
  return {
    [answerHeader.cacheable]: hash,
    [answerHeader.workspace]: workspace,
    [answerHeader.expires]: expires === Infinity ? 'never' : new Date(expires).toISOString(),
    ...(parameters && { [answerHeader.parameters]: parameters.join(' ') }),
  }
}

/**
 * Reads on what terms an answer may be given to everybody; null when it may not. An answer that
 * does not say when its link ends is not cached, rather than outliving its link.
 */
export function readCachingTerms(headers: Received): CachingTerms | null {
  const hash = textOf(headers, answerHeader.cacheable)
  const workspace = textOf(headers, answerHeader.workspace)
  const until = textOf(headers, answerHeader.expires)
  if (!hash || !workspace || !until) return null
  const expires = until === 'never' ? Infinity : Date.parse(until)
  if (Number.isNaN(expires)) return null
  const parameters = textOf(headers, answerHeader.parameters)
  return { hash, workspace, expires, parameters: parameters?.split(' ').filter(Boolean) ?? null }
}

/** What a link lets its page do beyond the strictest. */
export type SharedTerms = {
  /** Https origins that may show the page in a frame. */
  frames: readonly string[]
  /** The hash of the one script that may run, as a content security policy names it. */
  script: string | null
}

/** Says what a page behind a link may do. */
export function writeSharedTerms({ frames, script }: Partial<SharedTerms>): Record<string, string> {
  return {
    ...(frames && frames.length > 0 && { [answerHeader.frames]: frames.join(' ') }),
    ...(script && { [answerHeader.script]: script }),
  }
}

/** Reads what a page may do. What is not written as it should be allows nothing. */
export function readSharedTerms(headers: Received): SharedTerms {
  const listed = (textOf(headers, answerHeader.frames) ?? '').split(' ')
  const script = textOf(headers, answerHeader.script) ?? ''
  return {
    frames: listed.filter((one) => /^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(one)),
    script: /^sha256-[A-Za-z0-9+/]{43}=$/.test(script) ? script : null,
  }
}

/** Says that an answer is a page of a link whose views are counted. */
export function writeView(hash: string): Record<string, string> {
  return { [answerHeader.view]: hash }
}

/** The hash of the link whose view an answer is, if it is one. */
export function readView(headers: Received): string | undefined {
  return textOf(headers, answerHeader.view)
}

function textOf(headers: Received, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}
