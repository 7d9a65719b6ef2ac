import type { ReactNode } from 'react'
import { WorkspaceField } from '@/components/form/page-workspace'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Sends a file; plain HTML, so that it works before script. */
export function FileForm({
  id,
  action,
  label,
  hint,
  accept,
  submitLabel,
  children,
}: {
  id: string
  action: string
  label: string
  hint: string
  /** What the browser offers to choose: endings and types. */
  accept: string
  submitLabel: string
  /** What is sent with it. */
  children?: ReactNode
}) {
  return (
    <form action={action} method="post" encType="multipart/form-data" className="max-w-prose">
      <WorkspaceField />
      {children}
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-muted mb-3">
        {hint}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <input
          id={id}
          name="file"
          type="file"
          required
          aria-describedby={`${id}-hint`}
          accept={accept}
          className="control max-w-full"
        />
        <Button type="submit">{submitLabel}</Button>
      </div>
    </form>
  )
}

/** Why a file that was sent could not be read, as the address of the page says it. */
export function Unread({ trouble }: { trouble: string | string[] | undefined }) {
  if (typeof trouble !== 'string') return null
  return (
    <div className="mb-6 max-w-prose">
      <Notice tone="error" title="This could not be read." live>
        <p>{trouble}</p>
      </Notice>
    </div>
  )
}

/** That an import was undone, and what became of what it made. */
export function Undone({ children }: { children: ReactNode }) {
  return (
    <div className="max-w-prose">
      <Notice tone="info" title="This import was undone.">
        <p>{children}</p>
      </Notice>
    </div>
  )
}
