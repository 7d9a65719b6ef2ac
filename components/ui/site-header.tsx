import type { ReactNode } from 'react'
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

export function SiteHeader({
  workspaceName,
  memberName,
  nav = [],
  homeHref = '/',
  account = [],
  search,
  workspaces = [],
  changeWorkspace,
  signOut,
}: {
  workspaceName: string
  memberName: string
  nav?: NavItem[]
  homeHref?: string
  /** What belongs to the member alone, in the menu under their name. */
  account?: NavItem[]
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
        <div className="max-w-page mx-auto flex w-full flex-wrap items-center gap-x-6 px-4 sm:px-6">
          <a
            href={homeHref}
            className="inline-flex min-h-12 min-w-0 flex-1 items-center font-serif text-lg font-semibold no-underline md:max-w-72 md:flex-none lg:max-w-96"
          >
            <span dir="auto" className="truncate">
              {workspaceName}
            </span>
          </a>
          {nav.length > 0 && (
            <nav
              aria-label="Main"
              className="order-last w-full min-w-0 md:order-none md:w-auto md:flex-1"
            >
              <NavLinks items={nav} />
            </nav>
          )}
          {search && <div className="ml-auto sm:w-64 sm:py-1.5">{search}</div>}
          <details data-menu="" className="group relative">
            <summary className="flex min-h-11 max-w-32 list-none items-center gap-1 sm:max-w-48 [&::-webkit-details-marker]:hidden">
              <span className="truncate">{memberName}</span>
              <svg
                aria-hidden="true"
                viewBox="0 0 24 24"
                className="size-4 shrink-0 fill-none stroke-current stroke-2 group-open:rotate-180"
              >
                <path d="m6 9 6 6 6-6" />
              </svg>
            </summary>
            <div className="border-control bg-paper absolute right-0 z-10 min-w-48 border p-3 shadow-md">
              {account.map(({ label, href }) => (
                <a
                  key={href}
                  href={href}
                  className="flex min-h-11 items-center px-2 no-underline hover:underline"
                >
                  {label}
                </a>
              ))}
              {changeWorkspace && workspaces.length > 0 && (
                <form
                  action={changeWorkspace}
                  aria-label="Change workspace"
                  className="border-hairline my-2 border-y py-2"
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
              <SignOutForm signOut={signOut} />
            </div>
          </details>
        </div>
      </header>
    </>
  )
}
