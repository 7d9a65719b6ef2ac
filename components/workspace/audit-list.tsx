import { Moment } from '@/components/ui/moment'
import type { Clock } from '@/lib/dates/moments'
import {
  auditAction,
  auditBy,
  auditFields,
  auditRecord,
  type AuditEvent,
} from '@/lib/history/audit'

/** Events of the audit, newest first. */
export function AuditList({ events, clock }: { events: readonly AuditEvent[]; clock: Clock }) {
  return (
    <ol className="divide-hairline divide-y">
      {events.map(({ id, at, by, token, action, record, what, href, fields }) => (
        <li key={id} className="py-3">
          <p className="[overflow-wrap:anywhere]">
            <span className="font-semibold">{auditAction(action)}</span>
            {': '}
            {auditRecord(record).toLowerCase()}
            {what && (
              <>
                {' '}
                <bdi>“{href ? <a href={href}>{what}</a> : what}”</bdi>
              </>
            )}
          </p>
          <p className="text-muted text-sm [overflow-wrap:anywhere]">
            <bdi>{auditBy({ by, action, fields })}</bdi>
            {token && (
              <>
                {' with the API token '}
                <bdi>“{token}”</bdi>
              </>
            )}
            , <Moment at={at} clock={clock} />
            {fields.length > 0 && `: ${auditFields(fields)}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
