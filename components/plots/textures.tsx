import type { ReactNode } from 'react'
import type { Standing } from '@/lib/schemas/words'

// The colour repeats what the texture says, so that a print without colours still tells them apart.
const TEXTURES: Record<Standing, { colour: string; wash: boolean; lines: ReactNode }> = {
  met: { colour: 'outcome', wash: false, lines: null },
  partly_met: { colour: 'outcome', wash: true, lines: <path d="M-1 3 3-1M-1 9 9-1M5 9 9 5" /> },
  in_progress: { colour: 'demand', wash: true, lines: <path d="M-1 5 5 11M-1-1 9 9M5-1 9 3" /> },
  acknowledged: { colour: 'demand', wash: true, lines: <path d="M0 2h8M0 6h8" /> },
  open: {
    colour: 'context',
    wash: true,
    lines: <path d="M3 3h.01M7 7h.01" strokeLinecap="round" />,
  },
  refused: { colour: 'action', wash: false, lines: null },
  reversed: { colour: 'action', wash: true, lines: <path d="M0 0 8 8M8 0 0 8" /> },
  withdrawn: { colour: 'context', wash: true, lines: <path d="M2 0v8M6 0v8" /> },
}

/** The textures of standings; `prefix` keeps two drawings of one page apart. */
export function StandingTextures({ prefix }: { prefix: string }) {
  return (
    <defs>
      {(Object.keys(TEXTURES) as Standing[]).map((standing) => {
        const { colour, wash, lines } = TEXTURES[standing]
        return (
          <pattern
            key={standing}
            id={`${prefix}-${standing}`}
            width={8}
            height={8}
            patternUnits="userSpaceOnUse"
          >
            <rect width={8} height={8} className="plot-paper" />
            <rect
              width={8}
              height={8}
              className={`plot-${colour}`}
              fillOpacity={standing === 'open' ? 0.05 : wash ? 0.14 : 1}
            />
            {lines && (
              <g className={`plot-line-${colour}`} strokeWidth={1.5}>
                {lines}
              </g>
            )}
          </pattern>
        )
      })}
    </defs>
  )
}
