'use client'

import { SubmitButton } from '@/components/form/submit-button'

/**
 * What becomes of the entry: those who may publish do, others send it to review, and both may keep it
 * as a draft. An edit keeps the status, and can lead on to the next one.
 *
 * @param status of the entry that is edited; null while one is logged
 */
export function EntryButtons({
  status,
  mayPublish,
}: {
  status: string | null
  mayPublish: boolean
}) {
  const next = mayPublish
    ? ({ value: 'published', label: 'Publish' } as const)
    : ({ value: 'in_review', label: 'Send to review' } as const)
  if (status === null)
    return (
      <>
        <SubmitButton main name="status" value={next.value}>
          {next.label}
        </SubmitButton>
        <SubmitButton tone="quiet" name="status" value="draft">
          Save as draft
        </SubmitButton>
      </>
    )
  return (
    <>
      <SubmitButton main>Save changes</SubmitButton>
      {(status === 'draft' || (status === 'in_review' && mayPublish)) && (
        <SubmitButton tone="quiet" name="status" value={next.value}>
          {mayPublish ? 'Save and publish' : next.label}
        </SubmitButton>
      )}
    </>
  )
}
