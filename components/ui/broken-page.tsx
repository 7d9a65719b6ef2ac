'use client'

import { errorReference } from './error-reference'

export type BrokenPageProps = { error: unknown; retry: () => void }

// Its look stands here by itself: every page brings this along, and hardly any shows it.
const BUTTON =
  'border-ink bg-ink text-paper hover:bg-ink/85 min-h-11 rounded-xs border px-4 py-2 font-semibold'

/** What happened, what is safe and what to do, where a page could not be made. */
export function BrokenPage({ error, retry }: BrokenPageProps) {
  const reference = errorReference(error)
  return (
    <>
      <title>Something went wrong · Throughline</title>
      <h1 className="border-ink mb-8 border-b pb-5 text-2xl sm:text-3xl">
        This page could not be shown
      </h1>
      <p className="text-muted mb-6 max-w-prose text-lg">
        Something went wrong on our side. What was saved before is safe. Try again, and if it
        happens again, tell the person who runs this installation.
      </p>
      {reference && (
        <p className="text-muted mb-6">
          Reference: <code className="text-ink">{reference}</code>
        </p>
      )}
      <button type="button" className={BUTTON} onClick={retry}>
        Try again
      </button>
    </>
  )
}
