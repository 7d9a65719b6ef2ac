import { z } from 'zod'
import { isWebAddress, requiredLine } from './text'

/** An address that is told of published entries: https, as it is connected to. */
export const webhookSchema = z.strictObject({
  url: requiredLine(2_000, 'Enter the address that messages go to.').refine(
    (text) => /^https:\/\//i.test(text) && isWebAddress(text) && new URL(text).hash === '',
    'Enter a full address that begins with https://.',
  ),
})
export type WebhookInput = z.output<typeof webhookSchema>
