import type { ReactNode } from 'react'
import { drawMonths } from '@/lib/timeline/drawn'
import type { StoryEntry } from '@/lib/timeline/story'
import { StoryMonth, type StoryLinks } from './story-month'

/**
 * A few entries as the story shows them, under their months. One of them may be open: the page
 * gives what stands in it.
 */
export function StoryList({
  entries,
  opened,
  ...links
}: StoryLinks & {
  entries: StoryEntry[]
  opened: { id: string; body: ReactNode } | null
}) {
  return (
    <div className="story" data-soft>
      {drawMonths(entries).map((group, index) => (
        <StoryMonth
          key={`${group.month} ${index}`}
          id={`m-${group.month}`}
          group={group}
          {...links}
          bodyOf={(id) => (opened?.id === id ? opened.body : null)}
        />
      ))}
    </div>
  )
}
