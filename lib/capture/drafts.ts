import { actionDraft } from './action-draft'
import { contextDrafts, inquiryDrafts, responseDrafts } from './beside-drafts'
import type { Draft, Findings } from './draft-findings'
import { lockoutDrafts } from './lockouts'
import { retaliationDrafts } from './retaliation-drafts'
import type { CaptureDraft, CaptureNote } from './types'

/** Puts what was found together as entries: the action, what answered it, who did not, what was told beside it. */
export function draftsOf(findings: Findings): { drafts: CaptureDraft[]; notes: CaptureNote[] } {
  const notes: CaptureNote[] = []
  const drafts: Draft[] = []
  const action = actionDraft(findings, notes)
  if (action) drafts.push(action)
  drafts.push(
    ...lockoutDrafts(findings),
    ...responseDrafts(findings),
    ...inquiryDrafts(findings),
    ...retaliationDrafts(findings),
    ...contextDrafts(findings, action),
  )
  return { drafts: drafts.map((draft, index) => ({ key: `d${index + 1}`, ...draft })), notes }
}
