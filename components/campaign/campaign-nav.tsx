'use client'

import { usePathname } from 'next/navigation'
import { showInRow } from '@/components/ui/link-row'
import { ButtonLink } from '@/components/ui/button'
import { Menu, MenuArrow, MenuLink } from '@/components/ui/menu'

type Part = { label: string; path: string; within?: string[] }

const VIEWS = ['/lanes', '/calendar', '/map', '/table', '/plots', '/compare', '/print', '/entries']
const PARTS: Part[] = [
  { label: 'Overview', path: '' },
  { label: 'Timeline', path: '/story', within: VIEWS },
  { label: 'Demands', path: '/demands' },
  { label: 'Plans', path: '/plans' },
  { label: 'Sources', path: '/sources' },
  { label: 'Organizations', path: '/organizations' },
  { label: 'Shares', path: '/shares' },
]
const MORE: Part[] = [
  { label: 'Export', path: '/export' },
  { label: 'Trash', path: '/trash' },
]
const EDIT: Part = { label: 'Edit campaign', path: '/edit' }
const IMPORT: Part = { label: 'Import a spreadsheet', path: '/import' }

/** The parts of a campaign; its front page comes first. */
export function CampaignNav({ slug }: { slug: string }) {
  const here = usePathname()
  const home = `/campaigns/${slug}`
  return (
    <nav data-soft aria-label="Campaign" className="chrome min-w-0">
      <ul className="link-row gap-x-1">
        {PARTS.map((part) => {
          const href = `${home}${part.path}`
          const current = currentOf(here, home, part)
          return (
            <li key={part.label}>
              <a
                ref={current ? showInRow : undefined}
                href={href}
                aria-current={current}
                className="hover:border-control aria-[current]:border-ink inline-flex min-h-11 items-center border-b-2 border-transparent px-2 no-underline aria-[current]:font-semibold"
              >
                {part.label}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** What is done with a campaign less often than looking at its parts. */
export function CampaignMenu({
  slug,
  mayEdit,
  mayLog,
}: {
  slug: string
  mayEdit: boolean
  mayLog: boolean
}) {
  const here = usePathname()
  const home = `/campaigns/${slug}`
  return (
    <Menu
      summary={
        <>
          Manage <MenuArrow />
        </>
      }
    >
      {[...(mayEdit ? [EDIT] : []), ...(mayLog ? [IMPORT] : []), ...MORE].map((part) => (
        <MenuLink
          key={part.label}
          href={`${home}${part.path}`}
          current={currentOf(here, home, part)}
        >
          {part.label}
        </MenuLink>
      ))}
    </Menu>
  )
}

/**
 * The way to a new entry: beside the title, and on a phone at the thumb. Pages that write have a bar
 * of their own there.
 */
export function LogLink({ slug }: { slug: string }) {
  const here = usePathname()
  const writes = /\/(entries\/new|edit|capture|import|new|merge)(\/|$)/.test(here)
  return (
    <ButtonLink
      href={`/campaigns/${slug}/entries/new`}
      className={
        writes
          ? 'chrome max-sm:hidden'
          : 'chrome max-sm:fixed max-sm:right-4 max-sm:bottom-4 max-sm:z-10 max-sm:shadow-lg'
      }
    >
      Log an entry
    </ButtonLink>
  )
}

function currentOf(
  here: string,
  home: string,
  { path, within = [] }: Part,
): 'page' | 'true' | undefined {
  if (here === `${home}${path}`) return 'page'
  const inside = [...(path === '' ? [] : [path]), ...within].some(
    (part) => here === `${home}${part}` || here.startsWith(`${home}${part}/`),
  )
  return inside ? 'true' : undefined
}
