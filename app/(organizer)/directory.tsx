import { DirectoryFilter } from '@/components/directory/directory-filter'
import { DirectoryList } from '@/components/directory/directory-list'
import { ButtonLink } from '@/components/ui/button'
import { withParams } from '@/lib/timeline/address'
import type { DirectoryRecord } from '@/lib/directory-page'
import type { Organizer } from '@/server/auth/viewer'
import { listDirectory } from '@/server/directory/queries'

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

/** A page of one of the workspace's directories, with a filter by name. */
export async function Directory({
  viewer,
  record,
  here,
  label,
  query,
}: {
  viewer: Organizer
  record: DirectoryRecord
  here: string
  label: string
  query: Record<string, string | string[] | undefined>
}) {
  const q = one(query.q)
  const after = one(query.after) || null
  const { items, next } = await listDirectory(viewer, record, { q, after })
  return (
    <>
      <DirectoryFilter here={here} q={q} label={label} />
      <div role="status" className="sr-only">
        {items.length === 0 ? 'No matches.' : `${items.length} on this page.`}
      </div>
      {items.length > 0 ? (
        <DirectoryList items={items} home={here} />
      ) : (
        <p className="text-muted">{q ? 'No matching names.' : 'Nothing here yet.'}</p>
      )}
      <nav aria-label="Pages of the directory" className="chrome mt-6 flex flex-wrap gap-3">
        {after && (
          <ButtonLink tone="quiet" href={withParams(here, new URLSearchParams(q ? { q } : {}))}>
            First page
          </ButtonLink>
        )}
        {next && (
          <ButtonLink
            tone="quiet"
            href={withParams(here, new URLSearchParams(q ? { q } : {}), { after: next })}
          >
            Next page
          </ButtonLink>
        )}
      </nav>
    </>
  )
}
