import type { Entity } from './entity'
import type { CaptureLanguage, SpeakerKind, Span } from './types'

/** Whose words something is. */
export type Speaker = {
  name: string
  kind: SpeakerKind
  description: string
  entity: Entity | null
  /** By which pronoun a speaker without a name was spoken of. */
  pronoun?: 'she' | 'he'
}

/** Where in a text a speaker is looked for. */
export type SpeakerContext = {
  text: string
  entities: Entity[]
  language: CaptureLanguage
  /** Who spoke last before this place, for "she added". */
  last: Speaker | null
  /** Where the paragraph begins, and where its quotation does: a person named between them is nearer than `last`. */
  near?: Span
}

/** An entity as whoever speaks. */
export function asSpeaker(entity: Entity): Speaker {
  return {
    name: entity.name,
    kind: entity.kind === 'person' ? 'person' : 'organization',
    description: entity.kind === 'person' ? entity.description : '',
    entity,
  }
}

/** The last person or organization named before a place of the text, for a pronoun. */
export function lastNamed(entities: Entity[], from: number, to: number): Entity | null {
  return lastOf(entities, 'person', from, to)
}

export function lastOf(
  entities: Entity[],
  kind: Entity['kind'],
  from: number,
  to: number,
): Entity | null {
  let best: { entity: Entity; start: number } | null = null
  for (const entity of entities)
    if (entity.kind === kind)
      for (const { start, end } of entity.mentions)
        if (start >= from && end <= to && (!best || start > best.start)) best = { entity, start }
  return best?.entity ?? null
}
