import type { ReactNode } from 'react'

/**
 * A menu that opens without script; `CloseMenus` closes it as menus are closed.
 *
 * @param side the edge of the summary that the menu is aligned with; `around` is the left edge of what is `relative`
 *   around it, where the summary alone may stand too far to the right.
 */
export function Menu({
  summary,
  side = 'right',
  children,
}: {
  summary: ReactNode
  side?: 'left' | 'right' | 'around'
  children: ReactNode
}) {
  return (
    // Beside a long name at the left, what stands at the right keeps its room.
    <details
      data-menu=""
      className={`chrome group ${side === 'around' ? '' : 'relative'} ${side === 'left' ? 'min-w-0' : 'shrink-0'}`}
    >
      <summary className="flex min-h-11 max-w-full list-none items-center gap-1 [&::-webkit-details-marker]:hidden">
        {summary}
      </summary>
      <div
        className={`border-control bg-paper absolute z-20 min-w-52 border p-3 shadow-md ${side === 'right' ? 'right-0' : 'left-0'}`}
      >
        {children}
      </div>
    </details>
  )
}

export function MenuLink({
  href,
  current,
  children,
}: {
  href: string
  current?: 'page' | 'true' | undefined
  children: ReactNode
}) {
  return (
    <a
      href={href}
      aria-current={current}
      className="flex min-h-11 items-center px-2 no-underline hover:underline aria-[current]:font-semibold"
    >
      {children}
    </a>
  )
}

/** The mark at the end of a summary that opens a menu. */
export function MenuArrow() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-4 shrink-0 fill-none stroke-current stroke-2 group-open:rotate-180"
    >
      <path d="m6 9 6 6 6-6" />
    </svg>
  )
}
