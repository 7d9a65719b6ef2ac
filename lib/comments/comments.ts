import type { Mentioned } from './mentions'

/** The records that members comment on. */
export const commentedRecords = ['entry', 'demand', 'source'] as const
export type CommentedRecord = (typeof commentedRecords)[number]

/** What a comment is about. */
export type CommentAbout = { record: CommentedRecord; id: string }

/** A comment as members read it. Times are ISO timestamps. */
export type CommentDto = {
  id: string
  /** Nothing for the operator. */
  by: string | null
  at: string
  /** Empty once it is deleted, but for those who may restore it. */
  body: string
  /** What it said before it was changed, the last first. */
  earlier: { body: string; at: string }[]
  deleted: boolean
  /** Whether this member may change the words, and delete or restore it. */
  own: boolean
  mayDelete: boolean
}

/** A first comment with those that answer it. */
export type CommentThread = CommentDto & {
  /** The words of the record that it is about; empty for the whole. */
  about: string
  resolved: { by: string | null; at: string } | null
  replies: CommentDto[]
}

/** What is said about a record, the oldest first, and who may be mentioned. */
export type Comments = { threads: CommentThread[]; members: Mentioned[] }

/** Why somebody is notified: of a comment, of something to see to, of a change of that, or of a review. */
export const notificationLabels = {
  mention: 'mentioned you',
  reply: 'answered',
  comment: 'commented',
  assigned: 'assigned this to you',
  plan_changed: 'changed a plan you are part of',
  review: 'sent this for review',
  published: 'published this',
  sent_back: 'sent this back to you',
} as const
export type NotificationKind = keyof typeof notificationLabels

/** The same as somebody chooses them: “Notify me when somebody …”. */
export const notificationSettingLabels = {
  mention: 'mentions me',
  reply: 'replies in a thread I wrote in',
  comment: 'comments on an entry I logged',
  assigned: 'assigns something to me',
  plan_changed: 'moves a plan I am part of, or calls it off',
  review: 'sends an entry for review that I may publish',
  published: 'publishes an entry I logged',
  sent_back: 'sends an entry I logged back to me',
} as const satisfies Record<NotificationKind, string>

/** One thing that a member is told, with where it leads. */
export type NotificationDto = {
  id: string
  kind: NotificationKind
  by: string | null
  at: string
  seen: boolean
  /** What was commented on or assigned: a title or a wording. */
  title: string
  body: string
  href: string
}

/** A comment that a search found. */
export type FoundComment = Omit<NotificationDto, 'kind' | 'seen'>

/** Where a comment stands on the page of its record. */
export const commentAnchor = (id: string) => `comment-${id}`
