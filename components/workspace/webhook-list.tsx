import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Moment } from '@/components/ui/moment'
import type { Clock } from '@/lib/dates/moments'
import type { FormAction } from '@/lib/forms/state'
import type { WebhookListing } from '@/lib/webhooks'

/** The webhooks of a workspace with what came of their last messages; each can be deleted. */
export function WebhookList({
  webhooks,
  clock,
  end,
}: {
  webhooks: WebhookListing[]
  clock: Clock
  end: FormAction
}) {
  if (webhooks.length === 0) return <p className="text-muted">No webhooks.</p>
  return (
    <ul className="divide-hairline divide-y">
      {webhooks.map(({ id, url, createdAt, waiting, messages }) => (
        <li key={id} className="py-3">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <p className="font-semibold">
                <bdi>{url}</bdi>
              </p>
              <p className="text-muted text-sm">
                Created <Moment at={createdAt} clock={clock} />
                {waiting > 0 && `, ${waiting} to be sent`}
              </p>
            </div>
            <ActionForm
              action={end}
              initial={{ id }}
              submitLabel="Delete"
              pendingLabel="Deleting …"
              submitTone="quiet"
            >
              <HiddenField name="id" />
            </ActionForm>
          </div>
          {messages.length === 0 ? (
            <p className="text-muted text-sm">Nothing sent yet.</p>
          ) : (
            <ul className="mt-1 text-sm">
              {messages.map(({ id, triedAt, ...message }) => (
                <li key={id}>
                  <Moment at={triedAt} clock={clock} />: {resultOf(message)}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function resultOf({
  status,
  trouble,
  tries,
  goesOn,
}: Pick<WebhookListing['messages'][number], 'status' | 'trouble' | 'tries' | 'goesOn'>): string {
  const tried = tries > 1 ? ` Tried ${tries} times.` : ''
  const next = goesOn ? ' It will be tried again.' : ''
  if (status === null) return `${trouble || 'Sending …'}${tried}${next}`
  return status >= 200 && status < 300
    ? `Delivered (${status}).${tried}`
    : `Answered ${status}.${tried}${next}`
}
