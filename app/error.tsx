'use client'

import { Button } from '@/components/ui/button'
import { Main } from '@/components/ui/main'
import { PageHeader } from '@/components/ui/page-header'
import { errorReference } from '@/components/ui/error-reference'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = errorReference(error)
  return (
    <Main width="prose">
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
    </Main>
  )
}
