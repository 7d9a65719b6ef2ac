import type { ReactNode } from 'react'

export function PageHeader({
  title,
  lead,
  eyebrow,
  actions,
}: {
  title: ReactNode
  lead?: ReactNode
  eyebrow?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="border-ink mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-b pb-3 sm:mb-8 sm:pb-5">
      <div className="min-w-0 flex-1 basis-80">
        {eyebrow && <div className="text-muted mb-1">{eyebrow}</div>}
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        {lead && <p className="text-muted mt-3 max-w-prose text-lg">{lead}</p>}
      </div>
      {actions && (
        <div data-page-actions="" className="chrome flex flex-wrap gap-3">
          {actions}
        </div>
      )}
    </header>
  )
}
