import type { ReactNode } from 'react'

/** A form that is out of the way until it is wanted. */
export function Folded({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="chrome open:w-full">
      <summary className="text-muted inline-flex min-h-11 items-center text-sm underline underline-offset-4">
        {label}
      </summary>
      {children}
    </details>
  )
}
