import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { OwnPassword } from '@/components/form/own-password'
import { FileLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { safeNextPath } from '@/server/auth/next-path'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { firstParam } from '@/lib/timeline/address'
import { giveOwnPassword } from './actions'

export const metadata: Metadata = { title: 'Confirm it’s you' }

/** Where `requireRecentViewer` sends whoever asked for a file too long after their sign-in. */
export default async function OwnPasswordPage({ searchParams }: PageProps<'/own-password'>) {
  await requireViewer()
  const asked = firstParam(await searchParams, 'next')
  const next = safeNextPath(asked)
  // Somebody who opened this page by itself waits for no file.
  if (!asked) redirect('/account')
  if (await signedInRecently())
    return (
      <>
        <PageHeader
          title="Your file"
          lead="Downloads ask for your password again ten minutes after you entered it."
        />
        <FileLink href={next}>Download the file</FileLink>
      </>
    )
  return (
    <>
      <PageHeader
        title="Confirm it’s you"
        lead="Downloads leave this site. You last entered your password more than ten minutes ago."
      />
      <div className="max-w-prose">
        <ActionForm action={giveOwnPassword} submitLabel="Confirm" pendingLabel="Checking …">
          <HiddenField name="next" defaultValue={next} />
          <OwnPassword ask hint="It stays valid for ten minutes." />
        </ActionForm>
      </div>
    </>
  )
}
