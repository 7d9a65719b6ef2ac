import Link from 'next/link'
import type { DirectoryItem } from '@/lib/directory-page'

/** Records by name, each under what it is part of, with how many entries mention it. */
export function DirectoryList({ items, home }: { items: DirectoryItem[]; home: string }) {
  return (
    <ul className="divide-hairline border-hairline divide-y border-b">
      {items.map(({ id, name, note, mentions, depth }) => (
        <li
          key={id}
          style={{ paddingLeft: `${Math.min(depth, 6) * 1.5}rem` }}
          className="flex flex-wrap items-baseline gap-x-3 [overflow-wrap:anywhere]"
        >
          <Link
            href={`${home}/${id}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            <bdi>{name}</bdi>
          </Link>
          {depth > 0 && <span className="sr-only">part of the one above it</span>}
          {note && (
            <span className="text-muted">
              <bdi>{note}</bdi>
            </span>
          )}
          <span className="text-muted ml-auto text-sm">
            {mentions === 1 ? '1 entry' : `${mentions.toLocaleString('en')} entries`}
          </span>
        </li>
      ))}
    </ul>
  )
}
