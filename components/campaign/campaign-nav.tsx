'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const PARTS = [
  { label: 'Timeline', path: '', within: ['/entries'] },
  { label: 'Demands', path: '/demands', within: [] },
  { label: 'Sources', path: '/sources', within: [] },
  { label: 'Organizations', path: '/organizations', within: [] },
  { label: 'Shares', path: '/shares', within: [] },
  { label: 'Trash', path: '/trash', within: [] },
]

/** The parts of a campaign; the timeline is its front. */
export function CampaignNav({ slug }: { slug: string }) {
  const here = usePathname()
  const home = `/campaigns/${slug}`
  return (
    <nav aria-label="Campaign" className="chrome border-hairline -mt-6 mb-8 border-b">
      <ul className="-mx-2 flex flex-wrap gap-x-1">
        {PARTS.map(({ label, path, within }) => {
          const href = `${home}${path}`
          const inside = (path === '' ? within.map((part) => `${home}${part}`) : [href]).some(
            (start) => here.startsWith(`${start}/`),
          )
          return (
            <li key={label}>
              <Link
                href={href}
                aria-current={here === href ? 'page' : inside ? 'true' : undefined}
                className="hover:border-control aria-[current]:border-ink inline-flex min-h-11 items-center border-b-2 border-transparent px-2 no-underline aria-[current]:font-semibold"
              >
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
