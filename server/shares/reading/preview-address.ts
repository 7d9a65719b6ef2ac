import 'server-only'
import { z } from 'zod'
import { scopeLabels } from '@/lib/schemas/share'
import { keysOf, lensLabels } from '@/lib/schemas/words'
import type { AskedLink } from '@/lib/shares/asked'
import { choicesText } from '@/lib/shares/choices'

/** What stands in a preview where the link's address will stand. */
export const NO_PATH = '/s/the-address-that-this-link-gets'

const schema = z.strictObject({
  lens: z.enum(keysOf(lensLabels)),
  choices: choicesText,
  scope: z.enum(keysOf(scopeLabels)),
  filter: z.string().max(8_000),
  entry: z.string().max(40),
  share: z.uuid().optional(),
})

/** A link as it would be: a new one, or the one of the id `share`. */
type Asked = AskedLink & { share?: string }

/** The path of the page as readers of such a link would see it, for members. */
export function previewPath(slug: string, { choices, ...link }: Asked): string {
  const asked = { ...link, choices: choices ? JSON.stringify(choices) : '' }
  const terms = Buffer.from(JSON.stringify(asked)).toString('base64url')
  return `/campaigns/${slug}/shares/preview/${terms}`
}

/** What such a path asks for; null for what is none. */
export function readPreviewTerms(terms: string) {
  try {
    return schema.parse(JSON.parse(Buffer.from(terms, 'base64url').toString()))
  } catch {
    return null
  }
}
