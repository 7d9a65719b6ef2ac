'use client'

import { dropAllDrafts } from '@/components/form/draft-slots'
import { Button } from './button'

/** Signs out, and takes away what forms kept on this device. */
export function SignOutForm({
  signOut,
}: {
  signOut: (formData: FormData) => void | Promise<void>
}) {
  return (
    <form action={signOut} onSubmit={dropAllDrafts}>
      <Button type="submit" tone="quiet" className="w-full">
        Sign out
      </Button>
    </form>
  )
}
