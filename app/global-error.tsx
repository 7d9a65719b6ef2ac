'use client'

import { Button } from '@/components/ui/button'
import { Main } from '@/components/ui/main'
import { PageHeader } from '@/components/ui/page-header'
import { errorReference } from '@/components/ui/error-reference'
import './globals.css'

// Stands in for the root layout when that itself has failed, so it brings its own document.
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = errorReference(error)
  return (
    <html lang="en">
      <body className="bg-paper text-ink font-sans text-base">
        <title>Something went wrong · Throughline</title>
        <Main width="prose">
          <PageHeader
            title="Throughline could not be shown"
            lead="Something went wrong on our side. What was saved before is safe. Try again in a minute."
          />
          {reference && (
            <p className="text-muted mb-6">
              Reference: <code className="text-ink">{reference}</code>
            </p>
          )}
          <Button onClick={retry}>Try again</Button>
        </Main>
      </body>
    </html>
  )
}
