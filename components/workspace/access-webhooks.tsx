import { Moment } from '@/components/ui/moment'
import type { Clock } from '@/lib/dates/moments'
import { parseUrl } from '@/lib/url'
import type { WebhookListing } from '@/lib/webhooks'

/** The hosts that are told of published entries. */
export function AccessWebhooks({ webhooks, clock }: { webhooks: WebhookListing[]; clock: Clock }) {
  return (
    <>
      {webhooks.length > 0 && (
        <ul className="divide-hairline divide-y">
          {webhooks.map(({ id, url, createdAt }) => (
            <li key={id} className="py-3">
              <bdi className="font-semibold [overflow-wrap:anywhere]">
                {parseUrl(url)?.host ?? url}
              </bdi>
              <p className="text-muted text-sm">
                Is told of each entry that is published, since{' '}
                <Moment at={createdAt} clock={clock} />, until an owner deletes it.
              </p>
            </li>
          ))}
        </ul>
      )}
      <p>
        What is sent when an entry is published, and where:{' '}
        <a href="/workspace/webhooks" className="inline-flex min-h-11 items-center">
          Webhooks
        </a>
      </p>
    </>
  )
}
