'use client'

import { Button } from './button'
import { errorReference } from './error-reference'
import { PageHeader } from './page-header'

export type BrokenPageProps = { error: unknown; retry: () => void }

/** What happened, what is safe and what to do, where a page could not be made. */
export function BrokenPage({ error, retry }: BrokenPageProps) {
  const reference = errorReference(error)
  return (
    <>
      <title>Something went wrong · Throughline</title>
      <PageHeader
        title="This page could not be shown"
        lead="Something went wrong on our side. What was saved before is safe. Try again, and if it happens again, tell the person who runs this installation."
      />
      {reference && (
        <p className="text-muted mb-6">
          Reference: <code className="text-ink">{reference}</code>
        </p>
      )}
      <Button onClick={retry}>Try again</Button>
    </>
  )
}
