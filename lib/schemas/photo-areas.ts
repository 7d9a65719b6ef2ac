import { z } from 'zod'
import { MOST_AREAS, type Area } from '../photos'

const share = z.number().min(0).max(1)

/** An area as an upload or a form sends it; one without an extent is none. */
export const areaSchema: z.ZodType<Area> = z.strictObject({
  x: share,
  y: share,
  width: share.refine((value) => value > 0),
  height: share.refine((value) => value > 0),
})

/** The areas of one picture as an upload sends them: JSON, or nothing. */
export const areasSchema = z.array(areaSchema).max(MOST_AREAS)
