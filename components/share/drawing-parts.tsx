import type { ReactNode } from 'react'
import { laneShapes, type LaneName } from '@/components/ui/lane-mark'

export function Shape({ lane, x, y }: { lane: LaneName; x: number; y: number }) {
  return (
    <path
      className={`drawing-mark drawing-${lane}`}
      d={laneShapes[lane]}
      transform={`translate(${x - 5} ${y - 5}) scale(.625)`}
    />
  )
}

/** Words of people within a line of ours, where no element can take their direction. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

/** A part of the drawing with what it says in words, which leads somewhere where there is something. */
export function Link({
  href,
  title,
  children,
}: {
  href: string | null
  title: string
  children: ReactNode
}) {
  const content = (
    <>
      <title>{title}</title>
      {children}
    </>
  )
  return <g>{href === null ? content : <a href={href}>{content}</a>}</g>
}
