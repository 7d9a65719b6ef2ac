'use client'

import { usePathname } from 'next/navigation'
import { showInRow } from './link-row'
import { MenuLink } from './menu'

export type NavItem = { label: string; href: string }

/**
 * The parts of a workspace. Inside a campaign, whose own parts bear some of the same names, they are
 * in the workspace's menu alone.
 */
export function NavLinks({ items, inMenu = false }: { items: NavItem[]; inMenu?: boolean }) {
  const path = usePathname()
  const currentOf = (href: string) =>
    path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined
  if (inMenu)
    return items.map(({ label, href }) => (
      <MenuLink key={href} href={href} current={currentOf(href)}>
        {label}
      </MenuLink>
    ))
  if (/^\/campaigns\/(?!new$)/.test(path)) return null
  return (
    <ul className="link-row gap-x-1 md:mx-0">
      {items.map(({ label, href }) => (
        <li key={href}>
          <a
            ref={currentOf(href) ? showInRow : undefined}
            href={href}
            aria-current={currentOf(href)}
            className="hover:border-control aria-[current]:border-ink inline-flex min-h-11 items-center border-b-2 border-transparent px-2 no-underline aria-[current]:font-semibold"
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
