import type { ReactNode } from 'react'

/** Running text. `preserveLines` keeps the line breaks that a person typed. */
export function Prose({
  preserveLines = false,
  children,
}: {
  preserveLines?: boolean
  children: ReactNode
}) {
  return (
    <div
      className={`[&_blockquote]:border-ink max-w-prose space-y-4 [&_blockquote]:border-l-2 [&_blockquote]:pl-4 [&_blockquote]:text-lg [&_li]:ml-5 [&_ol]:list-decimal [&_ul]:list-disc ${preserveLines ? 'whitespace-pre-line' : ''}`}
    >
      {children}
    </div>
  )
}
