import type { ReactNode } from 'react'
import { lightColours } from '@/lib/plots/colours'

/** In pixels: what chat programs and social media ask for. */
export const cardSize = { width: 1200, height: 630 } as const
export const cardMargin = 64
export const cardSerif = "'Source Serif 4', Charter, 'Liberation Serif', 'DejaVu Serif', serif"

/** The paper of every card, in the light theme; `style` is that of drawings, in colours alone. */
export function CardFrame({ style, children }: { style: string; children: ReactNode }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      {...cardSize}
      viewBox={`0 0 ${cardSize.width} ${cardSize.height}`}
      fontFamily="'Public Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif"
      fill={lightColours['--color-ink']}
    >
      <style>{style}</style>
      <rect {...cardSize} fill={lightColours['--color-paper']} />
      <rect width={cardSize.width} height="10" fill={lightColours['--color-action']} />
      {children}
    </svg>
  )
}
