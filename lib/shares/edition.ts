import { emptyEntry } from '../entries/fields/empty'
import { opaque } from '../people/shown'
import { normalText } from '../people/letters'
import type { CampaignHead, DemandDto } from '../record'
import type { LinkedDemand, LinkedEntry } from './record'

/** What an edition holds: all that its link showed at one moment, `frozenAt` (an ISO timestamp). */
export type EditionContent = {
  /** Random, so that the hash of an edition confirms no guess of what stands in it. */
  nonce?: string
  frozenAt: string
  updatedAt: string
  campaign: CampaignHead
  demands: LinkedDemand[]
  entries: LinkedEntry[]
  /** Whether the link had more entries than an edition holds. */
  cut: boolean
}

const FORMAT = 'throughline-edition'
const VERSION = 1

/**
 * An edition's very bytes, as text: JSON with its lines indented by one blank. Texts are in the form
 * in which names are taken out of them, so that taking nothing out changes nothing.
 */
export function editionText(content: EditionContent): string {
  const whole = { format: FORMAT, version: VERSION, ...content }
  return `${JSON.stringify(mapTexts(whole, normalText), null, 1)}\n`
}

/**
 * Reads an edition. What was added to entries since it was frozen stands empty in it.
 *
 * @throws RangeError for a text that is no edition, or of a version that is not known.
 */
export function readEdition(text: string): EditionContent {
  const { format, version, ...content } = JSON.parse(text) as EditionContent & {
    format: unknown
    version: unknown
  }
  if (format !== FORMAT || version !== VERSION) throw new RangeError('This is no edition.')
  return {
    ...content,
    demands: content.demands.map((demand) => ({
      ...NO_DEMAND,
      ...demand,
      targets: demand.targets.map((target) => ({ ...NO_TARGET, ...target })),
    })),
    entries: content.entries.map((entry) => {
      const whole = { ...NOTHING, ...entry }
      const withQuotes = whole.appearances.map((one) => ({
        ...NO_AFFILIATION,
        ...one,
        quotes: one.quotes.map((quote) => ({ ...NO_QUOTE, ...quote })),
      }))
      return { ...whole, appearances: withQuotes }
    }),
  }
}

// All that an entry may lack: what its fields show, and what it has beside them.
const NOTHING = emptyEntry()

const NO_AFFILIATION = { affiliation: '' }

const NO_QUOTE = {
  id: '',
  text: '',
  consent: null,
  citations: [],
  disputes: [],
  demands: [],
} satisfies LinkedEntry['appearances'][number]['quotes'][number]

const NO_TARGET = {
  id: '',
  name: '',
  standing: 'open',
  since: null,
  evidence: null,
  note: '',
  disputes: [],
  history: [],
} satisfies DemandDto['targets'][number]

const NO_DEMAND = {
  id: '',
  number: 0,
  wording: '',
  version: 1,
  earlier: [],
  counterparties: [],
  targets: [],
  proposals: [],
} satisfies DemandDto

const NO_TEXT = new Set<string>(['url', ...opaque])

/** A value with every text in it changed, however deep; ids and web addresses stay. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return change(one)
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(
      Object.entries(one).map(([name, part]) => [name, NO_TEXT.has(name) ? part : walk(part)]),
    )
  }
  return walk(value) as T
}
