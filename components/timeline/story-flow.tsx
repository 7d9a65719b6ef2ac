'use client'

import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import type { DrawnWindow } from '@/lib/timeline/drawn'
import { FlowPart } from './flow-part'
import { useBodies } from './flow-bodies'
import { useJumps } from './flow-jumps'
import { apart, keepInView, placeInView, tellInView } from './flow-place'
import { keepAddress } from './keep-address'
import { remembered, remember, useWindows } from './flow-windows'

/**
 * The story as it goes on by itself: the windows after and before the first one come as they are
 * scrolled to, those far away give their room and no more, and the address says what is in view.
 * Without script there is the first window, with links to the others.
 */
export function StoryFlow({
  first,
  path,
  query,
  place,
  entriesPath,
  opened,
  open,
  newest,
}: {
  first: DrawnWindow
  /** Of the story, and of the entries, whose ids follow. */
  path: string
  entriesPath: string
  /** What is asked of the story, without the place in it. */
  query: string
  /** The place in the story with which the first window begins, as the address says it. */
  place: string
  opened: { id: string; body: ReactNode } | null
  /** Reads what stands in an entry. */
  open: (id: string) => Promise<ReactNode>
  newest: boolean
}) {
  const list = useRef<HTMLDivElement>(null)
  const flow = useWindows(first, `${path}/window`, query)
  const { bodies, show, hide, reach } = useBodies(opened, open)
  const address = (...more: string[]) => {
    const all = [query, ...more].filter(Boolean).join('&')
    return all ? `${path}?${all}` : path
  }

  const { windows, more, go, restore } = flow
  const at = useRef(place)
  const comeBack = () => {
    const known = remembered(location.href)
    if (!known) return false
    at.current = apart(location.search).place
    restore(known)
    requestAnimationFrame(() => scrollTo(0, known.top))
    return true
  }
  const goTo = async (to: string, opens: string | null = null) => {
    if (!(await go(to))) return false
    at.current = to
    const box = list.current
    if (to) box?.scrollIntoView()
    else scrollTo(0, 0)
    const seen = box && placeInView(box, false)
    if (seen) tellInView(seen)
    if (opens && !bodies.has(opens)) void show(opens)
    return true
  }
  useJumps(path, query, {
    leave: () => remember(location.href, windows, scrollY),
    go: goTo,
    comeBack,
    at: () => at.current,
  })

  const began = useRef(false)
  useEffect(() => {
    if (began.current) return
    began.current = true
    // Coming back, the address may say another place than the one this page was made for.
    const here = apart(location.search).place
    if (here && comeBack()) return
    if (here !== place) void goTo(here).catch(() => {})
    else if (place) list.current?.scrollIntoView()
  })

  useEffect(() => {
    const box = list.current
    if (!box) return
    let last = scrollY
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      const seen = placeInView(box, windows[0]?.previous === null)
      if (!seen) return
      const asked = new URLSearchParams(location.search).get('open')
      const now = address(seen.here, asked ? `open=${asked}` : '')
      keepInView(now, seen)
      at.current = seen.here
      remember(location.href, windows, scrollY)
    }
    const onScroll = () => {
      clearTimeout(timer)
      timer = setTimeout(settle, 150)
      if (scrollY < last && box.getBoundingClientRect().top > -2 * innerHeight) void more('before')
      last = scrollY
    }
    addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      removeEventListener('scroll', onScroll)
    }
  })

  const end = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!end.current) return
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting) void more('after')
      },
      { rootMargin: '0px 0px 4000px' },
    )
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [more, windows])
  useEffect(
    () => () => {
      history.scrollRestoration = 'auto'
    },
    [],
  )

  function onClick(event: MouseEvent<HTMLDivElement>) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-open],a[data-more]')
    if (!link) return
    event.preventDefault()
    if (link.dataset.more) return void more(link.dataset.more === 'after' ? 'after' : 'before')
    const entry = link.closest<HTMLElement>('[data-entry]')?.dataset.entry
    if (entry) toggle(entry, link.dataset.open === '')
  }

  function toggle(id: string, close: boolean) {
    keepAddress(address(apart(location.search).place, close ? '' : `open=${id}`))
    if (close) hide(id)
    else void show(id)
  }

  const before = windows[0]?.previous
  const after = windows.at(-1)?.next
  const words = newest ? ['Later entries', 'Earlier entries'] : ['Earlier entries', 'Later entries']
  return (
    <div onClick={onClick} {...reach}>
      {before && (
        <nav aria-label="Back in the timeline" className="chrome mb-4">
          <a
            className="inline-flex min-h-11 items-center"
            href={address(`before=${before}`)}
            data-more="before"
          >
            {words[0]}
          </a>
        </nav>
      )}
      <div ref={list} className="story flow">
        {windows.map((one, index) => (
          <FlowPart
            key={one.key}
            part={one}
            monthBefore={windows[index - 1]?.months.at(-1)?.month}
            bodies={bodies}
            entryHref={(id) => entriesPath + id}
            openHref={(id) => address(place, id ? `open=${id}` : '')}
          />
        ))}
      </div>
      {after && (
        <nav ref={end} aria-label="More of the timeline" className="chrome">
          <a
            className="border-control hover:border-ink hover:bg-wash inline-flex min-h-11 items-center rounded-xs border px-4 py-2 font-semibold no-underline"
            href={address(`after=${after}`)}
            data-more="after"
          >
            {words[1]}
          </a>
          {flow.failed && (
            <p role="status" className="mt-2">
              They could not be loaded. Check your connection, then try again.
            </p>
          )}
        </nav>
      )}
    </div>
  )
}
