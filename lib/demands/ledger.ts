import type { AssignmentDto } from '../assignments'
import type { DemandDto } from '../record'
import type { InquiryOutcome, Standing } from '../schemas/words'
import type { ClockFacts } from './clock'

/** A cell of the ledger: a demand's standing at one target, with what its clock is read from. */
export type LedgerCell = DemandDto['targets'][number] & { clock: ClockFacts }

/** A demand with a cell for each of its targets. */
export type LedgerDemand = Omit<DemandDto, 'targets'> & { targets: LedgerCell[] }

/** A page of the ledger as of an ISO day; `next` is the number to go on after, or null. */
export type LedgerPage = {
  demands: LedgerDemand[]
  /** The first day, ISO, on which any demand of the page was raised or assessed: where its lines begin. */
  begins: string
  next: number | null
  count: number
}

/** One thing that came of an inquiry at one organization, from a day on. */
export type InquiryStep = {
  /** Null for what the inquiry's own entry says. */
  id: string | null
  outcome: InquiryOutcome
  edtf: string
  note: string
  entry: { id: string; title: string } | null
  /** Who recorded it; null for the inquiry's own entry and for the operator. */
  by: string | null
  takenBack: boolean
}

/** One organization that was asked, with all that came of it, oldest first. */
export type AskedOrganization = {
  id: string
  name: string
  steps: InquiryStep[]
}

/** Who asked, when (EDTF), through what, of whom, and the entry that tells of it. */
export type InquiryRecord = {
  id: string
  askedBy: string | null
  through: string
  edtf: string
  entry: { id: string; title: string } | null
  recipients: AskedOrganization[]
}

/** A day on which somebody wants to ask again; `dueOn` is an ISO day. */
export type FollowUpDto = {
  id: string
  dueOn: string
  note: string
  setBy: string | null
  organization: { id: string; name: string }
  demand: { id: string; number: number; wording: string } | null
  inquiry: { id: string; entry: { id: string; title: string } | null } | null
  /** Who is to see to it. */
  assigned: AssignmentDto | null
}

/** A silence to follow up: a demand at a target that owes an answer. */
export type Silence = {
  demand: { id: string; number: number; wording: string }
  organization: { id: string; name: string }
  standing: Standing
  clock: ClockFacts
}
