import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { TextField } from '@/components/form/text-field'
import { ButtonLink, FileLink } from '@/components/ui/button'
import { agoInWords, sizeInWords } from '@/lib/backups'
import type { FormAction } from '@/lib/forms/state'
import { SHORTEST_PASSPHRASE } from '@/lib/schemas/backup'

/** Makes a sealed backup and downloads it. */
export function TakeBackup({
  action,
  ask,
  ready,
  mayTake,
  now,
}: {
  action: FormAction
  /** Whether the own password has to be typed again. */
  ask: boolean
  ready: { at: string; bytes: number } | null
  mayTake: boolean
  now: Date
}) {
  if (!mayTake)
    return (
      <div className="max-w-prose">
        <p className="mb-3">
          This installation has a workspace that you do not own, and a backup holds all of them. To
          keep your own record, export it.
        </p>
        <ButtonLink tone="quiet" href="/export">
          Export everything
        </ButtonLink>
      </div>
    )
  return (
    <div className="grid max-w-prose gap-6">
      <p>
        A backup that you download is encrypted with a passphrase of yours and holds this
        installation’s key, so that file and passphrase are all that a restore needs. Without the
        passphrase nobody can open it, including you.
      </p>
      {ready && (
        <div>
          <p className="mb-3 font-semibold">
            Made {agoInWords(ready.at, now)}, and checked ({sizeInWords(ready.bytes)}).
          </p>
          <FileLink href="/backups/file">Download the encrypted backup</FileLink>
          <p className="text-muted mt-2 text-sm">
            It can be downloaded here for an hour, and is deleted within a day.
          </p>
        </div>
      )}
      <ActionForm
        action={action}
        submitLabel="Make an encrypted backup"
        pendingLabel="Backing up …"
        submitTone={ready ? 'quiet' : 'primary'}
      >
        <div className="mb-4 grid gap-4">
          <TextField
            name="passphrase"
            label="Passphrase"
            hint={`At least ${SHORTEST_PASSPHRASE} characters. Write it down somewhere else than the file.`}
            type="password"
            autoComplete="new-password"
            maxLength={1000}
            required
          />
          <TextField
            name="again"
            label="The same passphrase again"
            type="password"
            autoComplete="new-password"
            maxLength={1000}
            required
          />
          <OwnPassword ask={ask} hint="It stays valid for ten minutes." />
        </div>
      </ActionForm>
    </div>
  )
}
