import type { ReactNode } from 'react'
import { PageHeader } from './page-header'

/** Stands in place of what a one-time link opened, and says how to get another one. */
export function DeadLink({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <PageHeader title={title} />
      <p>{children}</p>
    </>
  )
}
