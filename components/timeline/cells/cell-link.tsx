import type { ReactNode } from 'react'
import { Pencil } from 'lucide-react'
import type { Cell } from '@/lib/timeline/cells'

/** What a cell holds as a link to the entry's form, which `CellEditing` opens in the cell. */
export function CellLink({
  cell,
  title,
  label,
  href,
  children,
}: {
  cell: Cell
  /** Of the entry. */
  title: string
  label: string
  href: string
  children: ReactNode
}) {
  return (
    <a
      href={href}
      data-cell={cell}
      className="hover:bg-wash -mx-1 inline-flex min-h-8 min-w-8 items-center px-1 no-underline hover:underline"
    >
      <span className="min-w-0">{children}</span>
      <span className="sr-only">
        {' '}
        · Edit {label.toLowerCase()} of <bdi>{title}</bdi>
      </span>
    </a>
  )
}

/** Beside a title, which is a link to its entry: the way to edit it. */
export function TitlePencil({ title, href }: { title: string; href: string }) {
  return (
    <a
      href={href}
      data-cell="title"
      aria-label={`Edit title: ${title}`}
      className="text-muted hover:text-ink chrome ms-1 inline-flex size-8 items-center justify-center align-middle"
    >
      <Pencil aria-hidden="true" className="size-4" />
    </a>
  )
}
