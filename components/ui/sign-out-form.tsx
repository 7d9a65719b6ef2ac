'use client'

import { dropAllDrafts } from '@/components/form/draft-slots'
import { forgetPages } from '@/components/search/recent-pages'
import { Button } from './button'

/** Signs out, and takes away what forms and the command bar kept on this device. */
export function SignOutForm({
  signOut,
}: {
  signOut: (formData: FormData) => void | Promise<void>
}) {
  return (
    <form
      action={signOut}
      onSubmit={() => {
        dropAllDrafts()
        forgetPages()
      }}
    >
      <Button type="submit" tone="quiet" className="w-full">
        Sign out
      </Button>
    </form>
  )
}
