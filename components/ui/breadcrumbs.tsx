import Link from 'next/link'

export type Crumb = { label: string; href?: string }

/** The way up from a page. The last step is the page itself and needs no address. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="chrome mb-3">
      <ol className="text-muted flex flex-wrap items-center gap-x-2">
        {items.map(({ label, href }, index) => (
          <li key={`${index} ${label}`} className="flex min-w-0 items-center gap-2">
            {index > 0 && <span aria-hidden="true">/</span>}
            {href ? (
              <Link href={href} className="hover:text-ink inline-flex min-h-11 items-center">
                {label}
              </Link>
            ) : (
              <span aria-current="page" className="line-clamp-1">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
