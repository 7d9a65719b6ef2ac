import { Moment } from '@/components/ui/moment'
import { auditAction, auditFields, auditRecord, type AuditEvent } from '@/lib/history/audit'

/** Events of the audit, newest first. */
export function AuditList({ events, zone }: { events: readonly AuditEvent[]; zone: string }) {
  return (
    <ol className="divide-hairline divide-y">
      {events.map(({ id, at, by, token, action, record, what, fields }) => (
        <li key={id} className="py-3">
          <p className="[overflow-wrap:anywhere]">
            <span className="font-semibold">{auditAction(action)}</span>
            {': '}
            {auditRecord(record).toLowerCase()}
            {what && (
              <>
                {' '}
                <bdi>“{what}”</bdi>
              </>
            )}
          </p>
          <p className="text-muted text-sm [overflow-wrap:anywhere]">
            <bdi>{by ?? 'The operator'}</bdi>
            {token && (
              <>
                {' with the API token '}
                <bdi>“{token}”</bdi>
              </>
            )}
            , <Moment at={at} zone={zone} />
            {fields.length > 0 && `: ${auditFields(fields)}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
