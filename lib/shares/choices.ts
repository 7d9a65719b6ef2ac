import { z } from 'zod'
import { entryKinds, lanes } from '../kinds/names'
import { lensFields, privateFields, type LensChoices } from './lens'

const choosable = lensFields.filter((field) => !privateFields.includes(field))

const schema = z.strictObject({
  lanes: z.array(z.enum(lanes)).max(lanes.length).optional(),
  kinds: z.array(z.enum(entryKinds)).max(entryKinds.length).optional(),
  people: z
    .array(z.enum(['named', 'initials', 'role_only']))
    .max(3)
    .optional(),
  places: z.enum(['exact', 'town', 'none']).optional(),
  fields: z.array(z.enum(choosable)).max(lensFields.length).optional(),
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
