'use client'

import { usePathname } from 'next/navigation'
import { showInRow } from '@/components/ui/link-row'

const VIEWS = ['/lanes', '/calendar', '/map', '/table', '/compare', '/print', '/entries']
const PARTS = [
  { label: 'Overview', path: '', within: [] },
  { label: 'Timeline', path: '/story', within: VIEWS },
  { label: 'Demands', path: '/demands', within: [] },
  { label: 'Plots', path: '/plots', within: [] },
  { label: 'Sources', path: '/sources', within: [] },
  { label: 'Organizations', path: '/organizations', within: [] },
  { label: 'Shares', path: '/shares', within: [] },
  { label: 'Export', path: '/export', within: [] },
  { label: 'Trash', path: '/trash', within: [] },
]

/** The parts of a campaign; its front page comes first. */
export function CampaignNav({ slug }: { slug: string }) {
  const here = usePathname()
  const home = `/campaigns/${slug}`
  return (
    <nav
      data-soft
      aria-label="Campaign"
      className="chrome border-hairline -mt-6 mb-5 border-b sm:mb-8"
    >
      <ul className="link-row gap-x-1">
        {PARTS.map(({ label, path, within }) => {
          const href = `${home}${path}`
          const inside = [...(path === '' ? [] : [path]), ...within].some(
            (part) => here === `${home}${part}` || here.startsWith(`${home}${part}/`),
          )
          return (
            <li key={label}>
              <a
                ref={here === href || inside ? showInRow : undefined}
                href={href}
                aria-current={here === href ? 'page' : inside ? 'true' : undefined}
                className="hover:border-control aria-[current]:border-ink inline-flex min-h-11 items-center border-b-2 border-transparent px-2 no-underline aria-[current]:font-semibold"
              >
                {label}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
