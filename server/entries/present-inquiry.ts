import 'server-only'
import type { InquiryDto } from '@/lib/record'
import type { InquiryOutcome } from '@/lib/schemas/words'
import type { Viewer } from '../auth/viewer'
import type { EntryRow } from './reading/row'

/** Who looks; `seen` are the entries that a link shows, among those that tell of a later answer. */
type InquiryAudience = { viewer: Viewer; seen?: ReadonlySet<string> }

/**
 * What an organization did when it was asked, and later on. A link may hide the entry that tells of a
 * later answer: that it had not answered is not said beside it then.
 */
export function cameOf(
  outcome: InquiryOutcome,
  updates: EntryRow['inquiries'][number]['updates'],
  { viewer, seen }: InquiryAudience,
): Pick<InquiryDto['recipients'][number], 'outcome' | 'later'> {
  const shown = updates.filter(
    ({ entryId }) => viewer.kind !== 'share' || entryId === null || seen?.has(entryId),
  )
  const hides = shown.length < updates.length
  return {
    outcome: hides && outcome === 'waiting' ? null : outcome,
    later: shown
      .filter((update) => !(hides && update.outcome === 'waiting'))
      .map((update) => ({ outcome: update.outcome, edtf: update.edtf })),
  }
}
