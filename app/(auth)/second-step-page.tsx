import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { SignOutForm } from '@/components/ui/sign-out-form'
import { signOut } from './sign-out'

/**
 * A page that sets up a second factor. Whoever still owes one reads `owed` and may only go on or
 * sign out; everybody else goes back to their account.
 */
export function SecondStepPage({
  title,
  lead,
  owes,
  owed,
  children,
}: {
  title: string
  lead: string
  owes: boolean
  owed: ReactNode
  children: ReactNode
}) {
  return (
    <>
      <PageHeader title={title} lead={lead} />
      {owes && (
        <div className="mb-6">
          <Notice tone="warning">{owed}</Notice>
        </div>
      )}
      {children}
      <div className="mt-10">
        {owes ? (
          <SignOutForm signOut={signOut} />
        ) : (
          <a href="/account" className="inline-flex min-h-11 items-center">
            Back to your account
          </a>
        )}
      </div>
    </>
  )
}
