import { z } from 'zod'
import { entryKinds, lanes } from '../kinds/names'
import type { Lens } from '../schemas/words'
import { lensFields, lensRules, privateFields, type LensChoices } from './lens'

/** The fields that a link may be given. */
export const choosableFields = lensFields.filter((field) => !privateFields.includes(field))

/** The consents with which people may be shown at all. */
export const choosablePeople = ['named', 'initials', 'role_only'] as const

export const choosablePlaces = ['exact', 'town', 'none'] as const

const schema = z.strictObject({
  lanes: z.array(z.enum(lanes)).max(lanes.length).optional(),
  kinds: z.array(z.enum(entryKinds)).max(entryKinds.length).optional(),
  people: z.array(z.enum(choosablePeople)).max(choosablePeople.length).optional(),
  places: z.enum(choosablePlaces).optional(),
  fields: z.array(z.enum(choosableFields)).max(lensFields.length).optional(),
})

/**
 * A link's own choices from the database's JSON; null where it has none.
 *
 * @throws RangeError for what is no choice: to fall back to the lens could show more than was chosen.
 */
export function choicesFrom(json: unknown): LensChoices | null {
  if (json === null || json === undefined) return null
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new RangeError('The choices of this link cannot be read.')
  // Read field by field: under exact types a field that is undefined is not one that is absent.
  const { lanes: chosen, kinds, people, places, fields } = parsed.data
  return {
    ...(chosen && { lanes: chosen }),
    ...(kinds && { kinds }),
    ...(people && { people }),
    ...(places && { places }),
    ...(fields && { fields }),
  }
}

/** Choices as a form sends them, in the JSON that is kept; an empty text is none. */
export const choicesText = z
  .string()
  .max(5_000)
  .transform((text, context) => {
    try {
      return text === '' ? null : choicesFrom(JSON.parse(text))
    } catch {
      context.addIssue({ code: 'custom', message: 'Choose again what the link shows.' })
      return z.NEVER
    }
  })

const LISTS = ['lanes', 'kinds', 'people', 'fields'] as const

/**
 * What a form of boxes says, as its address holds it: each list in full, beside the lens that they
 * began with. Null where no form was sent, and where all is as the lens has it. What is not a
 * choice is left out.
 */
export function choicesAsked(asked: URLSearchParams, lens: Lens): LensChoices | null {
  if (!asked.has('own')) return null
  const known = { lanes, kinds: entryKinds, people: choosablePeople, fields: choosableFields }
  const base = lensRules[lens]
  const chosen: Record<string, unknown> = {}
  for (const name of LISTS) {
    const sent = asked.getAll(name)
    const list = (known[name] as readonly string[]).filter((one) => sent.includes(one))
    if (list.join() !== inOrder(known[name], base[name]).join()) chosen[name] = list
  }
  const places = choosablePlaces.find((one) => one === asked.get('places'))
  if (places && places !== base.places) chosen.places = places
  return Object.keys(chosen).length === 0 ? null : choicesFrom(chosen)
}

function inOrder(all: readonly string[], some: readonly string[]): string[] {
  return all.filter((one) => some.includes(one))
}
