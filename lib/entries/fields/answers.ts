import type { AppearanceDto, DisputeDto } from '../../record'
import { disputesSchema, repliesSchema } from '../../schemas/entry-answers'
import { dateInWords } from '../../dates/words'
import { disputeInWords, quoteDisputeLines, replyInWords } from '../answers'
import type { EntryField } from './define'
import { rowsOf, sourceOf, together } from './form-rows'

const rows = { columns: {}, group: 'answers', merged: 'both', alike: 'nothing' } as const

/** The disputes of an entry or of a quote as form fields of a group. */
function disputeRows(group: string, disputes: readonly DisputeDto[]) {
  return rowsOf(
    group,
    disputes.map(({ id, reason, saidBy, citations }) => ({
      ...{ id, reason, saidBy, source: sourceOf(citations) },
    })),
  )
}

/** The disputes of all quotes of an entry, as parts of its people's fields. */
export function quoteDisputes(appearances: readonly AppearanceDto[]) {
  return together(
    appearances.flatMap(({ quotes }, index) =>
      quotes.map(({ disputes: about }, place) =>
        disputeRows(`appearances.${index}.quotes.${place}.disputes`, about),
      ),
    ),
  )
}

/** Who disputes an entry as a whole, and why. */
export const disputes = {
  ...rows,
  label: 'Disputed',
  schema: () => disputesSchema,
  values: (entry) => disputeRows('disputes', entry.disputes),
  shown: { disputes: [] },
  change: { words: 'what is disputed', needs: [] },
  csv: [
    [
      'disputed',
      (entry) =>
        [...entry.disputes.map(disputeInWords), ...quoteDisputeLines(entry.appearances)].join(' '),
    ],
  ],
  csvIfAny: true,
} satisfies EntryField

/** What organizations themselves say to an entry: their right of reply. */
export const replies = {
  ...rows,
  label: 'Statements by organizations',
  schema: ({ when }) => repliesSchema({ ...when, expects: 'past' }),
  values: (entry) =>
    rowsOf(
      'replies',
      entry.replies.map(({ id, organization, edtf, text, citations }) => ({
        ...{ id, organization, date: dateInWords(edtf), text, source: sourceOf(citations) },
        ...citations[0]?.near,
      })),
    ),
  shown: { replies: [] },
  change: { words: 'statements by organizations', needs: [] },
  csv: [['replies', (entry) => entry.replies.map(replyInWords).join(' ')]],
  csvIfAny: true,
} satisfies EntryField
