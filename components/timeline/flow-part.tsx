'use client'

import { memo, useEffect, useRef, useState, type ReactNode } from 'react'
import { StoryMonth, type StoryLinks } from './story-month'
import type { FlowWindow } from './flow-windows'

/** How far from the screen a window still stands in the page: farther than one flick of a wheel. */
const NEAR = '3000px 0px'

/**
 * A window of the story. Far from what is seen it is only as high as it was, so that a page that
 * was scrolled for long is no heavier than a short one.
 */
export const FlowPart = memo(function FlowPart({
  part,
  monthBefore,
  bodies,
  entryHref,
  openHref,
}: StoryLinks & {
  part: FlowWindow
  /** The month with which the window before ends. */
  monthBefore: string | undefined
  bodies: ReadonlyMap<string, ReactNode>
}) {
  const box = useRef<HTMLDivElement>(null)
  // A window that comes back in another page's life has its height already.
  const [height, setHeight] = useState<number | null>(part.height.at)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (!seen) return
        if (seen.isIntersecting) return setHeight(null)
        // Nobody loses the place where they are typing or reading with the keyboard.
        if (element.contains(document.activeElement)) return
        part.height.at = seen.boundingClientRect.height
        setHeight(seen.boundingClientRect.height)
      },
      { rootMargin: NEAR },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [part])
  return (
    <div ref={box} style={height === null ? undefined : { height }}>
      {height === null &&
        part.months.map((group, index) => (
          <StoryMonth
            key={group.month + index}
            id={`m-${index}-${part.key}`}
            group={group}
            continued={index === 0 && group.month === monthBefore}
            entryHref={entryHref}
            openHref={openHref}
            bodyOf={(id) => bodies.get(id) ?? null}
          />
        ))}
    </div>
  )
})
