import { useRef, useState, type MouseEvent, type ReactNode } from 'react'

/** How long the pointer rests on a link before what it opens is read ahead, ms. */
const RESTS_MS = 80
/** What was read ahead is shown for so long, ms. */
const FRESH_MS = 15_000

/** What stands in the open entries of a story, read ahead as soon as somebody reaches for one. */
export function useBodies(
  opened: { id: string; body: ReactNode } | null,
  open: (id: string) => Promise<ReactNode>,
) {
  const [bodies, setBodies] = useState<ReadonlyMap<string, ReactNode>>(
    () => new Map(opened ? [[opened.id, opened.body]] : []),
  )
  // What the page brings and what was opened here are both open.
  const [given, setGiven] = useState(opened)
  if (opened?.id !== given?.id) {
    setGiven(opened)
    if (opened) setBodies(new Map(bodies).set(opened.id, opened.body))
  }

  const ahead = useRef(new Map<string, { at: number; body: Promise<ReactNode> }>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const read = (id: string): Promise<ReactNode> => {
    const known = ahead.current.get(id)
    if (known && Date.now() - known.at < FRESH_MS) return known.body
    const body = open(id)
    ahead.current.set(id, { at: Date.now(), body })
    body.catch(() => ahead.current.delete(id))
    return body
  }
  return {
    bodies,
    show: async (id: string) => {
      const body = await read(id)
      ahead.current.delete(id)
      setBodies((before) => new Map(before).set(id, body))
    },
    hide: (id: string) => setBodies((before) => new Map([...before].filter(([one]) => one !== id))),
    /** For the whole list: a link that is pointed at, and one that is pressed. */
    reach: {
      onPointerOver: ({ target }: MouseEvent) => {
        clearTimeout(timer.current)
        const id = opens(target)
        if (id) timer.current = setTimeout(() => void read(id).catch(() => {}), RESTS_MS)
      },
      onPointerDown: ({ target }: MouseEvent) => {
        const id = opens(target)
        if (id) void read(id).catch(() => {})
      },
    },
  }
}

function opens(target: EventTarget): string {
  const link = target instanceof Element ? target.closest<HTMLElement>('a[data-open]') : null
  return link?.dataset.open ?? ''
}
