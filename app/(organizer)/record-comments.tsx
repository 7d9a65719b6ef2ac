import { CommentForm } from '@/components/comment/comment-form'
import { CommentThreads } from '@/components/comment/comment-threads'
import { Section } from '@/components/ui/section'
import type { CommentedRecord } from '@/lib/comments/comments'
import { clockIn } from '@/server/auth/session'
import type { Organizer } from '@/server/auth/viewer'
import { listComments } from '@/server/comments/queries'
import { orNotFound } from '@/server/pages'
import { changeOneComment, comment, rewordComment } from './comment-actions'

/** What members say about a record, on its page. */
export async function RecordComments({
  viewer,
  record,
  id,
  timeZone = 'UTC',
  passages = [],
  level = 2,
}: {
  viewer: Organizer
  record: CommentedRecord
  id: string
  timeZone?: string
  /** Words of the record that a comment may be about. */
  passages?: readonly string[]
  level?: 2 | 3
}) {
  const { threads, members } = await orNotFound(listComments(viewer, { record, id }))
  const writes = viewer.role !== 'viewer'
  if (!writes && threads.length === 0) return null
  const add = comment.bind(null, { record, id })
  const others = members.filter((member) => member.id !== viewer.memberId)
  return (
    <Section title="Comments" level={level} id="comments">
      <CommentThreads
        threads={threads}
        clock={await clockIn(timeZone)}
        members={others}
        actions={writes ? { add, edit: rewordComment, change: changeOneComment } : null}
      />
      {writes && (
        <div className={threads.length > 0 ? 'chrome mt-6' : 'chrome'}>
          <CommentForm
            action={add}
            initial={{}}
            label="New comment"
            submitLabel="Add comment"
            members={others}
            passages={passages}
          />
        </div>
      )}
    </Section>
  )
}
