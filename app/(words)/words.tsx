import type { ReactNode } from 'react'

/** Sentences of a page that one reads to the end, as a list. */
export function Words({ children }: { children: ReactNode }) {
  return <ul className="list-disc space-y-3 pl-5">{children}</ul>
}
