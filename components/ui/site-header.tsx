import type { ReactNode } from 'react'
import { Menu, MenuArrow, MenuLink } from './menu'
import { NavLinks, type NavItem } from './nav-links'
import { SignOutForm } from './sign-out-form'

/** The first thing a keyboard reaches: past the header, to `Main`. */
function SkipLink() {
  return (
    <a
      href="#main"
      className="chrome bg-paper sr-only z-10 font-semibold focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:px-4 focus:py-3"
    >
      Skip to the content
    </a>
  )
}

/** The way to what one was told, while there is something new. */
function Unseen({ count }: { count: number }) {
  return (
    <a
      href="/notifications"
      aria-label={`Notifications, ${count} new`}
      className="inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1 no-underline"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        className="size-5 fill-none stroke-current stroke-2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M6 9a6 6 0 0 1 12 0c0 6 2 7 2 8H4c0-1 2-2 2-8ZM10 20a2 2 0 0 0 4 0" />
      </svg>
      <span aria-hidden="true" className="text-action font-semibold">
        {count > 99 ? '99+' : count}
      </span>
    </a>
  )
}

export function SiteHeader({
  workspaceName,
  memberName,
  nav = [],
  account = [],
  unseen = 0,
  search,
  workspaces = [],
  changeWorkspace,
  signOut,
}: {
  workspaceName: string
  memberName: string
  nav?: NavItem[]
  /** What belongs to the member alone, in the menu under their name. */
  account?: NavItem[]
  /** How many notifications the member has not seen. */
  unseen?: number
  /** Where one searches from. */
  search?: ReactNode
  /** The other workspaces of this account. */
  workspaces?: { id: string; name: string }[]
  changeWorkspace?: (formData: FormData) => void | Promise<void>
  signOut: (formData: FormData) => void | Promise<void>
}) {
  return (
    <>
      <SkipLink />
      <header data-soft className="chrome border-hairline border-b">
        <div className="max-w-page mx-auto flex w-full items-center gap-x-4 px-4 sm:gap-x-6 sm:px-6">
          <Menu
            side="left"
            summary={
              <>
                <span dir="auto" className="min-w-0 truncate font-serif text-lg font-semibold">
                  {workspaceName}
                </span>
                <MenuArrow />
              </>
            }
          >
            <NavLinks items={nav} inMenu />
            {changeWorkspace && workspaces.length > 0 && (
              <form
                action={changeWorkspace}
                aria-label="Change workspace"
                className="border-hairline mt-2 border-t pt-2"
              >
                {workspaces.map(({ id, name }) => (
                  <button
                    key={id}
                    type="submit"
                    name="workspace"
                    value={id}
                    className="flex min-h-11 w-full items-center px-2 text-left hover:underline"
                  >
                    <span>
                      Go to <bdi>{name}</bdi>
                    </span>
                  </button>
                ))}
              </form>
            )}
          </Menu>
          <nav aria-label="Main" className="hidden min-w-0 md:block md:flex-1">
            <NavLinks items={nav} />
          </nav>
          {search && <div className="ml-auto shrink-0 sm:py-1">{search}</div>}
          {unseen > 0 && <Unseen count={unseen} />}
          <Menu
            summary={
              <>
                <span dir="auto" className="max-w-20 min-w-0 truncate sm:max-w-48">
                  {memberName}
                </span>
                <MenuArrow />
              </>
            }
          >
            {account.map(({ label, href }) => (
              <MenuLink key={href} href={href}>
                {label}
              </MenuLink>
            ))}
            <SignOutForm signOut={signOut} />
          </Menu>
        </div>
      </header>
    </>
  )
}
