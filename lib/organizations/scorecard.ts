import type { DaySpan } from '../demands/spans'
import type { EntryKind } from '../kinds/names'
import type { InquiryOutcome, Standing } from '../schemas/words'

/** An entry that something rests on; the date is EDTF. */
type Rests = { id: string; title: string; edtf: string }

/** A demand at one target of those that a scorecard is of; `campaign` is a slug. */
export type ScoreCell = {
  campaign: string
  demand: { number: number; wording: string }
  target: string
  raised: Rests | null
  answered: Rests | null
  /** From the first raising to the first response, or to the day of the scorecard. */
  span: DaySpan | null
  standing: Standing
  since: string | null
  /** Whether it was reversed at some time until that day. */
  reversed: boolean
}

/** A logged win, or an account of retaliation; `accordingTo` is whose account it is. */
export type ScoreEntry = Rests & { campaign: string; kind: EntryKind; accordingTo: string | null }

/** Somebody asked one of the organizations something. */
export type ScoreInquiry = {
  campaign: string
  entry: string | null
  edtf: string
  askedBy: string | null
  through: string
  recipient: string
  outcome: InquiryOutcome
}

/** All that the numbers of a scorecard are counted from. */
export type ScoreFacts = { cells: ScoreCell[]; entries: ScoreEntry[]; inquiries: ScoreInquiry[] }

/** An organization over campaigns, as known on an ISO day. */
export type Scorecard = {
  organization: { id: string; name: string }
  /** All that belongs to it, whether counted or not. */
  divisions: { id: string; name: string }[]
  withDivisions: boolean
  asOf: string
  campaigns: { slug: string; title: string }[]
  facts: ScoreFacts
}

/** The same facts of one campaign. */
export function factsOf({ cells, entries, inquiries }: ScoreFacts, campaign: string): ScoreFacts {
  const here = (one: { campaign: string }) => one.campaign === campaign
  return {
    cells: cells.filter(here),
    entries: entries.filter(here),
    inquiries: inquiries.filter(here),
  }
}
