import { useId, type ReactNode } from 'react'

const SIZES = { 2: 'text-xl', 3: 'text-lg', 4: 'text-base' }

/** A part of a page under its own heading; `level` keeps the page's headings in order. */
export function Section({
  title,
  level = 2,
  id,
  actions,
  children,
}: {
  title: ReactNode
  level?: 2 | 3 | 4
  id?: string
  actions?: ReactNode
  children: ReactNode
}) {
  const headingId = useId()
  const Heading = `h${level}` as const
  return (
    <section id={id} aria-labelledby={headingId} className="mt-10 first:mt-0">
      <div className="border-hairline mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-b pb-2">
        <Heading id={headingId} className={SIZES[level]}>
          {title}
        </Heading>
        {actions && <div className="chrome flex flex-wrap gap-3">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
