import type { Mention } from './names'
import type { KnownName } from './types'

type EntityKind = 'person' | 'organization' | 'place' | 'other'

/** One thing that the text names, with every place where it does. */
export type Entity = {
  kind: EntityKind
  name: string
  otherNames: string[]
  description: string
  known: KnownName | null
  mentions: Mention[]
  /** By how much the cues for its kind outweigh those for the others. */
  certainty: number
}

/** An entity while the cues for each kind are weighed. */
export type EntityDraft = Entity & { cues: Record<Exclude<EntityKind, 'other'>, number> }
