import { LocalMoment } from '@/components/ui/moment'
import { Tag } from '@/components/ui/tag'
import {
  commentAnchor,
  type CommentDto,
  type Comments,
  type CommentThread,
} from '@/lib/comments/comments'
import { mentionPieces, type Mentioned } from '@/lib/comments/mentions'
import type { Clock } from '@/lib/dates/moments'
import type { FormAction } from '@/lib/forms/state'
import { CommentChange } from './comment-change'
import { CommentForm } from './comment-form'

/** What a member may do here; nothing for those who only read. */
export type CommentActions = { add: FormAction; edit: FormAction; change: FormAction } | null

/** What members say about a record, thread by thread; those that are settled are folded away. */
export function CommentThreads({
  threads,
  members,
  clock,
  actions,
}: Comments & { clock: Clock; actions: CommentActions }) {
  const shared = { members, clock, actions }
  const open = threads.filter(({ resolved }) => !resolved)
  const settled = threads.filter(({ resolved }) => resolved)
  return (
    <>
      <ol className="space-y-6">
        {open.map((thread) => (
          <li key={thread.id}>
            <Thread thread={thread} {...shared} />
          </li>
        ))}
      </ol>
      {settled.length > 0 && (
        <details className="mt-6">
          <summary className="text-muted inline-flex min-h-11 items-center underline underline-offset-4">
            {settled.length === 1 ? '1 resolved thread' : `${settled.length} resolved threads`}
          </summary>
          <ol className="mt-2 space-y-6">
            {settled.map((thread) => (
              <li key={thread.id}>
                <Thread thread={thread} {...shared} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

type Shared = { members: readonly Mentioned[]; clock: Clock; actions: CommentActions }

function Thread({ thread, ...shared }: Shared & { thread: CommentThread }) {
  const { actions, members, clock } = shared
  const { id, about, resolved, replies, deleted } = thread
  return (
    <article className="border-hairline max-w-prose border-l-2 pl-4">
      {about && (
        <p className="text-muted mb-1 text-sm">
          About “<bdi className="[overflow-wrap:anywhere]">{about}</bdi>”
        </p>
      )}
      <OneComment comment={thread} {...shared} />
      {resolved && (
        <p className="text-muted mt-2 flex flex-wrap items-center gap-x-2 text-sm">
          <Tag tone="success">Resolved</Tag>{' '}
          <span>
            {resolved.by && (
              <>
                by <bdi>{resolved.by}</bdi>,{' '}
              </>
            )}
            <LocalMoment at={resolved.at} clock={clock} />
          </span>
        </p>
      )}
      {replies.length > 0 && (
        <ol className="mt-4 space-y-4 pl-4">
          {replies.map((reply) => (
            <li key={reply.id}>
              <OneComment comment={reply} {...shared} />
            </li>
          ))}
        </ol>
      )}
      {actions && !deleted && (
        <div className="chrome mt-2 flex flex-wrap items-start gap-x-4">
          <details className="min-w-0">
            <summary className="text-muted inline-flex min-h-11 items-center text-sm underline underline-offset-4">
              Reply
            </summary>
            <CommentForm
              action={actions.add}
              initial={{ thread: id }}
              label="Your reply"
              submitLabel="Send reply"
              members={members}
            />
          </details>
          <CommentChange
            action={actions.change}
            id={id}
            change={resolved ? 'reopen' : 'resolve'}
            key={resolved ? 'reopen' : 'resolve'}
          />
        </div>
      )}
    </article>
  )
}

function OneComment({
  comment: { id, by, at, body, earlier, deleted, own, mayDelete },
  members,
  clock,
  actions,
}: Shared & { comment: CommentDto }) {
  return (
    <div id={commentAnchor(id)} className="target:bg-wash scroll-mt-24">
      <p className="text-muted text-sm">
        <bdi className="text-ink font-semibold">{by ?? 'The operator'}</bdi>,{' '}
        <LocalMoment at={at} clock={clock} />
        {earlier.length > 0 && ', edited'}
      </p>
      {deleted ? (
        <p className="text-muted italic">This comment was deleted.</p>
      ) : (
        <p dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-line">
          {mentionPieces(body, members).map(({ text, mention }, index) =>
            mention ? (
              <bdi key={index} className="font-semibold">
                {text}
              </bdi>
            ) : (
              text
            ),
          )}
        </p>
      )}
      {!deleted && earlier.length > 0 && (
        <details>
          <summary className="text-muted inline-flex min-h-11 items-center text-sm underline underline-offset-4">
            Earlier wording
          </summary>
          <ol className="border-hairline space-y-2 border-l-2 pl-3">
            {earlier.map((text) => (
              <li key={text.at}>
                <p className="text-muted text-sm">
                  <LocalMoment at={text.at} clock={clock} />
                </p>
                <p dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-line">
                  {text.body}
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
      {actions && (own || mayDelete) && (
        <div className="chrome flex flex-wrap items-start gap-x-4">
          {own && !deleted && (
            <details className="min-w-0">
              <summary className="text-muted inline-flex min-h-11 items-center text-sm underline underline-offset-4">
                Edit
              </summary>
              <CommentForm
                action={actions.edit}
                initial={{ id, body }}
                label="Your comment"
                submitLabel="Save"
                members={[]}
              />
            </details>
          )}
          {mayDelete && (
            <CommentChange
              action={actions.change}
              id={id}
              change={deleted ? 'restore' : 'delete'}
              key={deleted ? 'restore' : 'delete'}
            />
          )}
        </div>
      )}
    </div>
  )
}
