import { z } from 'zod'
import { requiredLine } from './text'
import { keysOf } from './words'

/** How much a token lets a program do at most, whatever its member may do. */
export const tokenScopeLabels = {
  read: 'Read what is published',
  drafts: 'Read what is published, and write drafts',
  publish: 'Read, write and publish everything, and create share links',
} as const
export type TokenScope = keyof typeof tokenScopeLabels

/** How long a token works, by days from now. */
export const tokenLifetimeLabels = {
  '7': 'A week',
  '30': '30 days',
  '90': '90 days',
  '365': 'A year',
} as const

/** The most campaigns that one token can be narrowed to. */
const MOST_TOKEN_CAMPAIGNS = 100

/** A token to make: what it is called, what it may do, where, and for how long. */
export const tokenSchema = z
  .strictObject({
    name: requiredLine(100, 'Name the token after what will use it, such as a script.'),
    scope: z.enum(keysOf(tokenScopeLabels), 'Choose what it can do.').default('read'),
    reach: z.enum(['every', 'chosen'], 'Choose all campaigns or some.').default('every'),
    campaigns: z.array(z.uuid()).max(MOST_TOKEN_CAMPAIGNS).default([]),
    days: z
      .enum(keysOf(tokenLifetimeLabels), 'Choose one from the list.')
      .default('90')
      .transform(Number),
  })
  .refine(({ reach, campaigns }) => reach === 'every' || campaigns.length > 0, {
    path: ['campaigns'],
    message: 'Select at least one campaign, or choose all of them.',
  })
export type TokenInput = z.output<typeof tokenSchema>
