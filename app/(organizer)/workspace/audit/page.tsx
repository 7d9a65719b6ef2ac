import type { Metadata } from 'next'
import { AuditFilterForm } from '@/components/workspace/audit-filter'
import { AuditList } from '@/components/workspace/audit-list'
import { OwnersAlone } from '@/components/workspace/owners-alone'
import { ButtonLink, FileLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { auditParams, readAuditFilter } from '@/lib/history/audit'
import { firstParam } from '@/lib/timeline/address'
import { ownSettings, requireViewer } from '@/server/auth/session'
import { listAudit, listAuditMembers } from '@/server/history/audit'

export const metadata: Metadata = { title: 'Audit' }

const HERE = '/workspace/audit'

export default async function AuditPage({ searchParams }: PageProps<'/workspace/audit'>) {
  const viewer = await requireViewer()
  if (viewer.role !== 'owner') return <OwnersAlone />
  const query = await searchParams
  const filter = readAuditFilter(query)
  const [{ events, next }, members, clock] = await Promise.all([
    listAudit(viewer, filter, firstParam(query, 'after') ?? null),
    listAuditMembers(viewer),
    ownSettings(),
  ])
  const params = new URLSearchParams(auditParams(filter)).toString()
  return (
    <>
      <PageHeader
        title="Audit"
        lead="What was done, by whom, to which record and in which fields. Nobody can change or erase it."
        actions={
          <FileLink href={`${HERE}/file${params && `?${params}`}`}>Download as CSV</FileLink>
        }
      />
      <AuditFilterForm here={HERE} filter={filter} members={members} />
      {events.length === 0 ? (
        <p className="text-muted">No such events.</p>
      ) : (
        <AuditList events={events} clock={clock} />
      )}
      {next && (
        <p className="mt-6">
          <ButtonLink
            tone="quiet"
            href={`${HERE}?${new URLSearchParams({ ...auditParams(filter), after: next }).toString()}`}
          >
            Older
          </ButtonLink>
        </p>
      )}
    </>
  )
}
