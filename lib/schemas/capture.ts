import { z } from 'zod'
import type { DateSettings } from '../dates/habits'
import { optionalDateWords } from './dates'
import { lineText, longText, webAddress } from './text'

/** An article as somebody pastes it, and what is known beside it. */
export function articleSchema(today: string, settings: DateSettings = {}) {
  return z.strictObject({
    text: longText(900_000).refine((words) => words !== '', 'Paste the text of the article here.'),
    published: optionalDateWords({ ...settings, today }).refine(
      (date) => date === null || date.firstDay === date.lastDay,
      'Give the day it was published, such as 13 Feb 2026.',
    ),
    publisher: lineText(200).default(''),
    url: webAddress().default(''),
  })
}

/** What becomes of one proposed entry. */
export const acceptSchema = z.strictObject({
  key: z.string().regex(/^d\d{1,3}$/u, 'Choose one of the drafts.'),
  status: z.enum(['draft', 'in_review', 'published'], 'Choose what to do with it.'),
})

/** Which entry of the record gets the source. */
export const joinSchema = z.strictObject({
  key: z.string().regex(/^d\d{1,3}$/u, 'Choose one of the drafts.'),
  entry: z.uuid('Choose one of the entries.'),
})

/** What becomes of all that are left. */
export const acceptAllSchema = z.strictObject({
  keys: z.string().regex(/^d\d{1,3}(?:,d\d{1,3})*$/u, 'There is nothing left to accept.'),
  status: z.enum(['draft', 'in_review', 'published'], 'Choose what becomes of them.'),
})
