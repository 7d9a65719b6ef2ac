import { z } from 'zod'
import { choicesText } from '../shares/choices'
import { parseUrl } from '../url'
import { lineText, optionalId } from './text'
import { keysOf, lensLabels } from './words'
import { publisherWords } from './workspace'

/** How much of a campaign a link opens, in words. */
export const scopeLabels = {
  campaign: 'The whole campaign',
  filter: 'What a filter leaves',
  entry: 'One entry',
  ledger: 'The demands and their standings',
} as const
export type ShareScope = keyof typeof scopeLabels

const MOST_FRAMES = 20

/** The https origins in a text, parted by blanks or commas, as browsers compare them. */
const origins = lineText(2_000)
  .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
  .refine(
    (list) => list.length <= MOST_FRAMES && list.every(isOrigin),
    'Enter full origins, such as https://news.example.org, separated by spaces, at most 20.',
  )
  .transform((list) => [...new Set(list.map((one) => new URL(one).origin))])

function isOrigin(text: string): boolean {
  const url = parseUrl(text)
  if (!url) return false
  const { protocol, origin, href, hostname } = url
  return protocol === 'https:' && href === `${origin}/` && /^[a-z0-9.-]+$/.test(hostname)
}

/** A box that is ticked. */
const box = z.literal('on').transform(() => true)

/** The most days that a link lives which ends by itself. */
const MOST_DAYS = 366

/** Who keeps the record, where a link says it in other words than the workspace. */
const ownPublisher = z.object(publisherWords).partial().shape

/** How long a link lives from now: in days, or null for until somebody ends it. */
const lifetime = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    (text) => text === 'never' || /^[1-9]\d{0,3}d$/.test(text),
    'Say how long the link is active, such as 30d, or never.',
  )
  .transform((text) => (text === 'never' ? null : Number(text.slice(0, -1))))
  .refine(
    (days) => days === null || days <= MOST_DAYS,
    `A link that expires lasts at most ${MOST_DAYS} days. Choose less, or never.`,
  )

const lens = z.enum(keysOf(lensLabels), 'Choose who will read it.')

/**
 * A read-only link to make: its lens, its scope, how long it lives, and a name for members.
 * `filter` is a filter as the address of a timeline holds it.
 */
export const shareSchema = z.strictObject({
  campaign: z.uuid(),
  lens: lens.default('press'),
  expires: lifetime.default(30),
  label: lineText(200).default(''),
  scope: z.enum(keysOf(scopeLabels), 'Choose how much it shows.').optional(),
  entry: optionalId(),
  filter: z.string().max(8_000).optional(),
  password: z.string().max(256, 'A password has at most 128 characters.').optional(),
  indexed: box.optional(),
  cards: box.optional(),
  ...ownPublisher,
  frames: origins.optional(),
  choices: choicesText.optional(),
  private: box.optional(),
  /** Whether readers are told who keeps the record; unless it is said, private links do not. */
  named: z
    .enum(['', 'yes', 'no'], 'Choose one from the list.')
    .transform((word) => (word === '' ? undefined : word === 'yes'))
    .optional(),
  /** What is decided of all words that may be names and that nobody has decided. */
  undecided: z
    .enum(['', 'shown', 'withheld'], 'Choose one from the list.')
    .transform((choice) => (choice === '' ? undefined : choice))
    .optional(),
})
export type ShareInput = z.output<typeof shareSchema>

/** What is changed of a link beside what it shows: `expires` is absent where its end stays. */
export const shareDetailsSchema = z.strictObject({
  share: z.uuid(),
  label: lineText(200),
  expires: z.union([z.literal('').transform(() => undefined), lifetime]).optional(),
  indexed: box.optional(),
  cards: box.optional(),
  ...ownPublisher,
  named: box.optional(),
  frames: origins.optional(),
})
export type ShareDetails = z.output<typeof shareDetailsSchema>

/** What a link shows from now on. */
export const shareTermsSchema = z.strictObject({
  share: z.uuid(),
  lens,
  choices: choicesText.optional(),
})
export type ShareTermsInput = z.output<typeof shareTermsSchema>

/** A password for a link that exists; an empty one takes it away. */
export const sharePasswordSchema = z.strictObject({
  share: z.uuid(),
  password: z.string().max(256, 'A password has at most 128 characters.'),
})

/** The lifetimes that the form proposes, in words. */
export const lifetimeLabels: Record<string, string> = {
  '1d': 'One day',
  '7d': 'A week',
  '30d': '30 days',
  '90d': '90 days',
  never: 'Until someone revokes it',
}
