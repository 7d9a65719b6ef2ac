import { found, type Entity } from './entity'
import { isOnlyASeat } from './place-cues'
import type { CaptureDirectory, Found, Span } from './types'

/** What did not happen, happened nowhere. */
const UNHELD =
  /\b(?:averted|called off|came to nothing|never (?:went ahead|took place|happened|came)|(?:did not|didn['’]t) (?:happen|take place|go ahead)|rumou?red|turned out to be (?:just that|false)|dropped the idea|will not go ahead|fand nicht statt|nicht stattgefunden|fue desconvocad[ao])\b/iu

/** The places that are named, and those that are only described, each once. */
export function placesOf(
  {
    text,
    entities,
    sentences,
    isRegion,
  }: {
    text: string
    entities: Entity[]
    sentences: Span[]
    isRegion: CaptureDirectory['isRegion']
  },
  given: Found<string>[],
): Found<string>[] {
  const unheld = sentences.filter(({ start, end }) => UNHELD.test(text.slice(start, end)))
  const isHeld = (spans: readonly Span[]) =>
    !spans.every((one) => unheld.some(({ start, end }) => one.start >= start && one.end <= end))
  const facilities = given.filter(({ passages }) => isHeld(passages))
  const places = entities.filter(
    (entity) =>
      entity.kind === 'place' && !isOnlyASeat(text, entity.mentions) && isHeld(entity.mentions),
  )
  const exact = places.filter(({ name }) => !isRegion?.(name))
  const named = (exact.length > 0 ? exact : places).map((entity) =>
    found(text, entity, entity.name),
  )
  const described = facilities
    .map((place) => ({ ...place, value: place.value.replace(/^the /u, '') }))
    .filter(
      ({ value }, index) =>
        !named.some(({ value: name }) => value.toLowerCase() === name.toLowerCase()) &&
        facilities.findIndex((other) => other.value.replace(/^the /u, '') === value) === index,
    )
  return [...named, ...described]
}
