import { isKeyOf } from '../keys'
import type { KindDefinition } from './define'
import { entryKinds, type EntryKind, type Lane } from './names'
import { announcement } from './announcement'
import { boycott } from './boycott'
import { commitment } from './commitment'
import { contractChange } from './contract-change'
import { directAction } from './direct-action'
import { dispersal } from './dispersal'
import { hearing } from './hearing'
import { legalAction } from './legal-action'
import { lockout } from './lockout'
import { march } from './march'
import { meeting } from './meeting'
import { milestone } from './milestone'
import { negotiation } from './negotiation'
import { news } from './news'
import { noReply } from './no-reply'
import { onlineAction } from './online-action'
import { openLetter } from './open-letter'
import { partialWin } from './partial-win'
import { petition } from './petition'
import { picket } from './picket'
import { policyChange } from './policy-change'
import { pressConference } from './press-conference'
import { rally } from './rally'
import { refusal } from './refusal'
import { report } from './report'
import { retaliation } from './retaliation'
import { setback } from './setback'
import { shareholderAction } from './shareholder-action'
import { statement } from './statement'
import { strike } from './strike'
import { teachIn } from './teach-in'
import { vigil } from './vigil'
import { vote } from './vote'
import { walkout } from './walkout'
import { win } from './win'

/** The registry of kinds: the one place that says what a kind is. The compiler lists what is missing. */
export const kinds = {
  rally,
  march,
  picket,
  vigil,
  walkout,
  strike,
  boycott,
  vote,
  petition,
  open_letter: openLetter,
  direct_action: directAction,
  press_conference: pressConference,
  teach_in: teachIn,
  meeting,
  shareholder_action: shareholderAction,
  legal_action: legalAction,
  hearing,
  online_action: onlineAction,
  statement,
  no_reply: noReply,
  refusal,
  negotiation,
  commitment,
  policy_change: policyChange,
  contract_change: contractChange,
  retaliation,
  lockout,
  dispersal,
  win,
  partial_win: partialWin,
  setback,
  milestone,
  news,
  report,
  announcement,
} satisfies Record<EntryKind, KindDefinition>

/** All that is known of a kind. */
export function kindOf(kind: EntryKind): KindDefinition {
  return kinds[kind]
}

/** The kinds of actions, of which an entry may have a second one. */
export function actionKinds(): EntryKind[] {
  return entryKinds.filter((kind) => kindOf(kind).lane === 'action')
}

/** What an entry is, in words: "Strike and rally". */
export function kindsInWords({ kind, alsoKind }: { kind: EntryKind; alsoKind: EntryKind | null }) {
  const { label } = kindOf(kind)
  return alsoKind ? `${label} and ${kindOf(alsoKind).label.toLowerCase()}` : label
}

/** A lane's name for a reader. */
export const laneLabels: Record<Lane | 'demand', string> = {
  action: 'Action',
  demand: 'Demand',
  response: 'Response',
  outcome: 'Outcome',
  context: 'Context',
}

/** The kind of this name; `rally` where a form names none that exists, which its schema then refuses. */
export function kindNamed(name: unknown): EntryKind {
  return findKind(name) ?? 'rally'
}

/** The kind of this name, or null. */
export function findKind(name: unknown): EntryKind | null {
  return isKeyOf(kinds, name) ? name : null
}
