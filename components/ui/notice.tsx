import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export type NoticeTone = 'info' | 'success' | 'warning' | 'error'

const TONES = {
  info: { icon: Info, word: 'Note', look: 'border-info bg-info-wash', ink: 'text-info' },
  success: {
    icon: CircleCheck,
    word: 'Done',
    look: 'border-success bg-success-wash',
    ink: 'text-success',
  },
  warning: {
    icon: TriangleAlert,
    word: 'Warning',
    look: 'border-warning bg-warning-wash',
    ink: 'text-warning',
  },
  error: { icon: CircleX, word: 'Problem', look: 'border-error bg-error-wash', ink: 'text-error' },
}

/** `live` announces a notice that appears while the page is open; leave it out for one that stands. */
export function Notice({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  tone?: NoticeTone
  title?: ReactNode
  live?: boolean
  children?: ReactNode
}) {
  const { icon: Icon, word, look, ink } = TONES[tone]
  const role = tone === 'error' || tone === 'warning' ? 'alert' : 'status'
  return (
    <div role={live ? role : undefined} className={`flex gap-3 border-l-4 px-4 py-3 ${look}`}>
      <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${ink}`} />
      <div className="min-w-0 flex-1">
        <span className="sr-only">{word}: </span>
        {title && <p className={`font-semibold ${ink}`}>{title}</p>}
        {children}
      </div>
    </div>
  )
}
