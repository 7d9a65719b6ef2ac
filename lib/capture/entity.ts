import type { Mention } from './names'
import type { Found, KnownName, Span } from './types'
import { passageOf } from './sentences'

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

/** What is read of an entity, with where it is named and how sure that is. */
export function found<T>(text: string, entity: Entity, value: T): Found<T> {
  return {
    value,
    confidence: Math.min(0.98, 0.6 + entity.certainty / 12),
    passages: entity.mentions.slice(0, 5).map((mention: Span) => passageOf(text, mention)),
  }
}
