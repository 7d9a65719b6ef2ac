import type { Span } from '@/lib/timeline/lanes/levels'

/** Moves the band over the whole campaign to where the window is. */
export function moveBand(window: Span, all: Span): void {
  const band = document.querySelector<HTMLElement>('.lanes-band')
  if (!band) return
  const share = (time: number) =>
    Math.min(Math.max((time - all.from) / (all.to - all.from), 0), 1) * 100
  band.style.left = `${share(window.from)}%`
  band.style.right = `${100 - share(window.to)}%`
}
