import type { ReactNode } from 'react'
import { isWebAddress } from '@/lib/schemas/text'

/** A link away from the record, which tells the other site nothing; plain text for any other address. */
export function OuterLink({ href, children }: { href: string; children: ReactNode }) {
  if (!isWebAddress(href)) return <>{children}</>
  return (
    <a href={href} rel="noreferrer noopener external">
      {children}
    </a>
  )
}
