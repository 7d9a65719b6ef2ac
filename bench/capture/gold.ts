import { z } from 'zod'

/** What a person found in an article: the answer that the reader is measured by. */
export const goldSchema = z.strictObject({
  /** `before` the rules were written by it, `after` (by which they were mended once), or `unseen`: the honest part. */
  half: z.enum(['before', 'after', 'unseen']),
  language: z.enum(['en', 'es', 'de']),
  style: z.string(),
  published: z.string(),
  publisher: z.string(),
  /** Words of the quotation (any run of them that is enough to know it by) and who said it. */
  quotes: z.array(z.strictObject({ words: z.string(), speaker: z.string() })).max(50),
  /** Words that the wording must hold, and who must do it; third parties by name. */
  demands: z
    .array(
      z.strictObject({
        words: z.array(z.string()).max(9),
        target: z.string(),
        counterparties: z.array(z.string()).max(9),
      }),
    )
    .max(50),
  /** Every organization with its names, split by `|`. */
  organizations: z.array(z.string()).max(60),
  /** Everybody named but who wrote the report. */
  people: z.array(z.string()).max(60),
  /** EDTF of every date that the text gives or that can be counted from the day of publication. */
  dates: z.array(z.string()).max(30),
  /** Towns and buildings where something happened, split by `|` where either will do. */
  places: z.array(z.string()).max(30),
  /** Who took part, by each count that is given: no signatures and no votes. */
  crowds: z
    .array(z.strictObject({ low: z.number().nullable(), high: z.number().nullable() }))
    .max(9),
  nonResponses: z
    .array(
      z.strictObject({
        organization: z.string(),
        outcome: z.enum(['did_not_immediately_respond', 'declined', 'no_reply', 'waiting']),
      }),
    )
    .max(20),
  /** The kind of the action that the article reports, or empty where it reports none. */
  kind: z.string(),
})
export type Gold = z.output<typeof goldSchema>
