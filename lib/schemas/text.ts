import { z } from 'zod'
import { parseUrl } from '../url'

/** Whether a text is an address that a page may link to: http or https, nothing hidden in it. */
export function isWebAddress(text: string): boolean {
  if (/[\s<>"\\]/.test(text) || CONTROL.test(text) || !/^https?:\/\//i.test(text)) return false
  const url = parseUrl(text)
  return url !== null && url.username === '' && url.password === '' && url.hostname !== ''
}

// Tab, line feed and carriage return are text; the other control characters are not.
// eslint-disable-next-line no-control-regex -- refusing them is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
// Characters that turn the direction of what follows; in a name they can disguise it.
const TURNS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/
// More marks on one letter than any script writes.
const STACKED_MARKS = /\p{M}{6,}/u

function isPlain(text: string): boolean {
  return !CONTROL.test(text) && text.isWellFormed()
}

/**
 * Text of one or more lines, trimmed, at most `max` UTF-16 units. Refuses control characters, NUL,
 * lone surrogates and letters buried under marks.
 */
export function longText(max: number) {
  return z
    .string()
    .max(max, `Keep this under ${max.toLocaleString('en')} characters.`)
    .refine(
      isPlain,
      'This holds characters that cannot be stored. Type it again, or paste it as plain text.',
    )
    .refine(
      (text) => !STACKED_MARKS.test(text),
      'This has more accents on one letter than can be shown. Remove some.',
    )
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
}

/** What stands around a passage: cut anywhere, so that its blanks count. */
export function contextText() {
  return z
    .string()
    .max(100, 'The words around the passage are too many.')
    .refine(isPlain, 'This holds characters that cannot be stored.')
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .default('')
}

/** Text on one line: white space is folded, and what turns the direction of writing is refused. */
export function lineText(max: number) {
  return longText(max)
    .refine(
      (text) => !TURNS.test(text),
      'This holds invisible characters that turn the direction of writing. Type it again.',
    )
    .transform((text) => text.replaceAll(/\s+/g, ' '))
}

// Letters that are joined or kept apart by signs that nobody sees: Persian, Urdu, Hindi, Malayalam …
const JOINED = String.raw`(?=[\p{L}\p{M}])[${[
  'Arab',
  'Syrc',
  'Mong',
  'Nkoo',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Khmr',
  'Mymr',
]
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('')}]`
// A joiner between two of them; what gives a sign its form: an emoji, a Han or a Mongolian letter.
const SEEN = new RegExp(
  String.raw`(?<=${JOINED})[\u200c\u200d](?=${JOINED})|(?<=\u0d4d)\u200d|(?<=\p{Emoji})\ufe0f|(?<=\p{Script=Han})[\u{e0100}-\u{e01ef}]|(?<=(?=\p{L})\p{Script=Mongolian})[\u180b-\u180d\u180f]`,
  'gu',
)
// Older texts in Kurdish and Bengali end words with a joiner, which changes nothing there; in Malayalam it does.
const TRAILING = new RegExp(String.raw`(?<=${JOINED})(?<!\u0d4d)[\u200c\u200d](?=\s|$)`, 'gu')
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u

/** A name on one line, which cannot hold what nobody sees: it would look like another name. */
export function nameLine(max: number) {
  return lineText(max)
    .transform((text) => text.replaceAll(TRAILING, ''))
    .refine(
      (text) => !UNSEEN.test(text.replaceAll(SEEN, '')),
      'This holds characters that cannot be seen. Type it again instead of pasting.',
    )
}

/** A line that must be given; `message` says what is missing and why. */
export function requiredLine(max: number, message: string) {
  return lineText(max).refine((text) => text !== '', message)
}

/** A web address, or nothing. */
export function webAddress() {
  return lineText(2000)
    .refine(
      (text) => !/\S[\s,;|]+https?:\/\//i.test(text),
      'Give one web address here: these are several. Add a source for each of the others.',
    )
    .refine(
      (text) => text === '' || /\S[\s,;|]+https?:\/\//i.test(text) || isWebAddress(text),
      'Give a web address that begins with https:// or http://, or leave this empty.',
    )
}

/** A UUID as forms send it, where it may also be left empty. */
export function optionalId() {
  return z.union([z.uuid(), z.literal('').transform(() => undefined)]).optional()
}

/** The version of the record that an edit was made from; nothing where a record is new. */
export function optionalVersion() {
  return z
    .union([z.literal('').transform(() => undefined), z.coerce.number().int().positive()])
    .optional()
}
