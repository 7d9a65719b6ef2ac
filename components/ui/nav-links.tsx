'use client'

import { usePathname } from 'next/navigation'
import { showInRow } from './link-row'

export type NavItem = { label: string; href: string }

export function NavLinks({ items }: { items: NavItem[] }) {
  const path = usePathname()
  return (
    <ul className="link-row gap-x-1 md:mx-0">
      {items.map(({ label, href }) => {
        const within = path === href || path.startsWith(`${href}/`)
        return (
          <li key={href}>
            <a
              ref={within ? showInRow : undefined}
              href={href}
              aria-current={path === href ? 'page' : within ? 'true' : undefined}
              className="hover:border-control aria-[current]:border-ink inline-flex min-h-11 items-center border-b-2 border-transparent px-2 no-underline aria-[current]:font-semibold"
            >
              {label}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
