import type { ReactNode } from 'react'

/** What to do first, where there is nothing yet. `level` keeps the page's headings in order. */
export function EmptyState({
  title,
  level = 2,
  action,
  children,
}: {
  title: ReactNode
  level?: 2 | 3
  action?: ReactNode
  children?: ReactNode
}) {
  const Heading = `h${level}` as const
  return (
    <div className="bg-wash px-5 py-8">
      <Heading className="text-xl">{title}</Heading>
      {children && <div className="text-muted mt-2 max-w-prose">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}
