import type { Metadata } from 'next'
import { ArchiveReach } from '@/components/backup/archive-reach'
import { BackupList } from '@/components/backup/backup-list'
import { TakeBackup } from '@/components/backup/take-backup'
import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { ownsInstallation } from '@/server/auth/owns-installation'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { listBackups } from '@/server/backup/daily'
import { takenBackup } from '@/server/backup/taken'
import { backUp, sealBackup } from './actions'

export const metadata: Metadata = { title: 'Backups' }

export default async function BackupsPage() {
  const viewer = await requireViewer()
  if (viewer.role !== 'owner') {
    return (
      <EmptyState title="Only owners see backups">
        <p>
          Everything here is backed up by whoever runs this installation. To keep the record
          yourself, export it.
        </p>
      </EmptyState>
    )
  }
  const backups = await listBackups(viewer)
  const now = new Date()
  const ask = !(await signedInRecently())
  const mayTake = await ownsInstallation(viewer)
  return (
    <>
      <PageHeader
        title="Backups"
        lead="A copy of everything in this installation at one moment, made while people keep working."
      />
      <Section title="Verified backups">
        <BackupList backups={backups} now={now} />
      </Section>
      {backups.archive && (
        <Section title="Restore to any minute">
          <ArchiveReach archive={backups.archive} now={now} />
        </Section>
      )}
      <Section title="Back up now">
        <div className="max-w-prose">
          <ActionForm action={backUp} submitLabel="Back up now" pendingLabel="Backing up …">
            <OwnPassword ask={ask} hint="It stays valid for ten minutes." />
          </ActionForm>
        </div>
      </Section>
      <Section title="Take a backup away" id="take-away">
        <TakeBackup
          action={sealBackup}
          ask={ask}
          ready={mayTake ? await takenBackup(viewer, now) : null}
          {...{ mayTake, now }}
        />
      </Section>
    </>
  )
}
