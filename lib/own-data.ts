/** What is stored of a person and is not in the file that they download: what it is, why, and in which columns. */
export type LeftOut = { what: string; why: string; columns: readonly string[] }

export const ownDataLeftOut: readonly LeftOut[] = [
  {
    what: 'Secrets: your password, tokens, keys, and what makes sign-in codes',
    why: 'Whoever got the file could sign in as you. Of most of them a hash alone is stored.',
    columns: [],
  },
  {
    what: 'A sign-in or a passkey that you have begun and not finished',
    why: 'It opens nothing, and is over within minutes.',
    columns: ['pending_sign_in.account_id', 'passkey_challenge.account_id'],
  },
  {
    what: 'Browsers that you signed in with before',
    why: 'That is kept by those browsers alone, in a cookie.',
    columns: [],
  },
  {
    what: 'Who logged, checked, decided, moved, ended, froze, keeps or assigned something in the record',
    why: 'Each is an event in “did”, with its day and the record that it was done to; a link that you were handed is one of whoever did.',
    columns: [
      ...['assessment.decided_by', 'name_decision.decided_by'],
      ...['assessment.checked_by', 'assignment.assigned_by', 'comment.resolved_by'],
      ...['entry.checked_by', 'follow_up.created_by', 'import.created_by'],
      ...['inquiry_update.created_by', 'invitation.invited_by', 'photo.uploaded_by'],
      ...['plan.created_by', 'plan.decided_by', 'plan_move.moved_by', 'plan_task.done_by'],
      ...['quote.checked_by', 'saved_mapping.created_by', 'share_link.created_by'],
      ...['share_edition.frozen_by', 'share_link.kept_by'],
      ...['share_revival.revived_by', 'share_revocation.revoked_by', 'webhook.created_by'],
    ],
  },
  {
    what: 'What is counted and searched by, of the entries that you logged',
    why: 'It is made from those entries, and made again whenever they change.',
    columns: ['entry_tally.created_by', 'search_document.created_by'],
  },
  {
    what: 'Notifications of others about what you did',
    why: 'They are theirs; what you did is in “did”.',
    columns: ['notification.caused_by'],
  },
]
