import type { Entity } from './entity'

const DEAR = /^Dear [^\n]{2,80}?[,:]?$/mu

/** Whom a letter is written to: "you" in it. Null where the text is none, or greets nobody that is known. */
export function addresseeOf(text: string, entities: Entity[]): Entity | null {
  const dear = DEAR.exec(text)
  if (!dear) return null
  const end = dear.index + dear[0].length
  return (
    entities.find(
      ({ kind, mentions }) =>
        (kind === 'person' || kind === 'organization') &&
        mentions.some((mention) => mention.start >= dear.index && mention.end <= end),
    ) ?? null
  )
}
