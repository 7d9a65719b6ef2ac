import { rangeInWords, type Paged } from '@/lib/paged'
import { withParams } from '@/lib/timeline/address'
import { ButtonLink } from './button'

/** Links to the pages beside a page of a list, as plain links; nothing where the list is whole. */
export function ListPages({
  page,
  name,
  here,
  query,
  label,
}: {
  page: Paged<unknown>
  /** The parameter that holds the cursor, and the id of the part of the page to land on. */
  name: string
  here: string
  /** The parameters of the address as it is. */
  query: Record<string, string | undefined>
  /** What the list holds, such as `appearances`. */
  label: string
}) {
  const place = rangeInWords(page)
  if (place === '') return null
  const to = (cursor: string) =>
    `${withParams(here, new URLSearchParams(), { ...query, [name]: cursor })}#${name}`
  return (
    <nav
      aria-label={`Pages of ${label}`}
      className="chrome mt-4 flex flex-wrap items-center gap-x-4 gap-y-3"
    >
      <p className="text-muted">{place}</p>
      {page.newer && (
        <ButtonLink tone="quiet" href={to(page.newer)}>
          Newer
        </ButtonLink>
      )}
      {page.older && (
        <ButtonLink tone="quiet" href={to(page.older)}>
          Older
        </ButtonLink>
      )}
    </nav>
  )
}
