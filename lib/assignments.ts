/** What can be assigned to a member. */
export const assignedRecords = ['entry', 'follow_up'] as const
type AssignedRecord = (typeof assignedRecords)[number]

/** What an assignment is about. */
export type AssignedAbout = { record: AssignedRecord; id: string }

/** Who is to see to something, until which day (ISO, or none). */
export type AssignmentDto = { member: { id: string; name: string }; dueOn: string | null }

/** Who sees to a record now, and who could. */
export type Assigning = {
  current: AssignmentDto | null
  members: { id: string; name: string }[]
}

/** One thing that a member is to see to, because somebody assigned it or a review left it to them. Days are ISO; `today` is that of its campaign. */
export type AssignedToMe = {
  id: string
  what: 'draft' | 'in_review' | 'sent_back' | 'follow_up' | 'plan_role' | 'plan_task'
  title: string
  href: string
  campaign: string
  by: string | null
  dueOn: string | null
  today: string
}

/** What is to be done, in words. */
export const assignedLabels = {
  draft: 'Finish the draft',
  in_review: 'Review',
  sent_back: 'Sent back to you',
  follow_up: 'Ask again',
  plan_role: 'On the day',
  plan_task: 'To do',
} as const satisfies Record<AssignedToMe['what'], string>
