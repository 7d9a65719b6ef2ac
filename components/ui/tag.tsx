import type { ReactNode } from 'react'
import type { LaneName } from './lane-mark'

export type TagTone = 'plain' | 'warning' | 'error' | 'success' | LaneName

const TONES: Record<TagTone, string> = {
  plain: 'border-control text-muted',
  warning: 'border-warning text-warning',
  error: 'border-error text-error',
  success: 'border-success text-success',
  action: 'border-action text-action',
  demand: 'border-demand text-demand',
  response: 'border-response text-response',
  outcome: 'border-outcome text-outcome',
  context: 'border-context text-context',
}

export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-xs border px-1.5 text-sm font-medium ${TONES[tone]}`}
    >
      {children}
    </span>
  )
}
