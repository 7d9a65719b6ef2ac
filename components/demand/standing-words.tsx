import { sinceInWords } from '@/lib/demands/stretches'
import { standingLabels, type Standing } from '@/lib/schemas/words'

// The word says it; the colour only repeats it.
const COLOURS: Record<Standing, string> = {
  open: 'text-ink',
  acknowledged: 'text-response',
  in_progress: 'text-response',
  partly_met: 'text-outcome',
  met: 'text-outcome',
  refused: 'text-action',
  reversed: 'text-action',
  withdrawn: 'text-muted',
}

/** A standing with the date from which it holds; `since` is EDTF. */
export function StandingWords({
  standing,
  since = null,
}: {
  standing: Standing
  since?: string | null
}) {
  return (
    <>
      <strong className={COLOURS[standing]}>{standingLabels[standing]}</strong>
      {since && <span className="text-muted"> {sinceInWords(since)}</span>}
    </>
  )
}
