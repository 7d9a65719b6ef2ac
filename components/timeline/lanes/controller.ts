import { levelFor, type Span } from '@/lib/timeline/lanes/levels'
import { lanesHref, type LanesPlace } from '@/lib/timeline/lanes/links'
import { BUCKET_PX, drawnSpan, pageOf } from '@/lib/timeline/lanes/pages'
import type { Sheet } from '@/lib/timeline/lanes/sheet'
import {
  fitWindow,
  pannedWindow,
  readWindow,
  wholeWindow,
  writeWindow,
  zoomedWindow,
} from '@/lib/timeline/lanes/window'
import { Sheets } from './sheets'
import { followControl, followMark, type Navigator } from './navigation'
import { tellForms } from './forms'
import { keepAddress } from '../keep-address'

/** A sheet as it is drawn for a window of this many pixels. */
export type Drawing = { sheet: Sheet; drawn: Span; view: Span; width: number }

/** A picture that is scaled by more than this is drawn anew even while the hand still moves. */
const STRETCH = 1.7
const REST_MS = 90
const ZOOM_MS = 180

type Ties = {
  plot: HTMLElement
  layer: () => HTMLElement | null
  /** `now` where an edge would be blank until it is drawn. */
  draw: (drawing: Drawing, now: boolean) => void
  /** Goes to another page of the same site. */
  push: (href: string) => void
}

/** Where the window is, and which picture is drawn for it; all that moves without React. */
export class Controller {
  private shown: Drawing | null = null
  private ties: Ties | null = null
  private readonly sheets: Sheets
  private frame = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private glide = 0
  private asked = 0
  private off = new AbortController()

  constructor(
    private readonly where: LanesPlace,
    private readonly whole: Span,
    public window: Span,
  ) {
    this.sheets = new Sheets(where)
  }

  readonly moves = {
    pan: (share: number) => this.set(pannedWindow(this.window, share)),
    zoom: (factor: number, around: number) =>
      this.set(
        zoomedWindow(
          this.window,
          factor,
          this.window.from + (this.window.to - this.window.from) * around,
        ),
      ),
    rest: () => this.restSoon(),
  }

  private readonly navigator: Navigator = {
    window: () => this.window,
    whole: () => wholeWindow(this.whole),
    isWhole: () => this.isWhole(),
    go: (next) => this.go(next),
    push: (href) => this.ties?.push(href),
  }

  attach(ties: Ties): void {
    this.ties = ties
    this.off = new AbortController()
    const watch = new ResizeObserver(() => this.restSoon())
    watch.observe(ties.plot)
    const onLink = (event: MouseEvent) => followControl(event, this.navigator)
    const onPop = () => {
      const params = new URLSearchParams(location.search)
      this.set(readWindow(params.get('window')) ?? wholeWindow(this.whole))
      void this.refresh()
    }
    // Before a link of the router follows its address, which says an earlier window.
    document.addEventListener('click', onLink, { signal: this.off.signal, capture: true })
    globalThis.addEventListener('popstate', onPop, { signal: this.off.signal })
    this.off.signal.addEventListener('abort', () => watch.disconnect())
    void this.refresh()
    // The whole is there from the beginning, so that zooming out never finds nothing.
    void this.sheets.fetch(...this.needed(wholeWindow(this.whole)))
  }

  detach(): void {
    this.off.abort()
    clearTimeout(this.timer)
    cancelAnimationFrame(this.frame)
    cancelAnimationFrame(this.glide)
    this.ties = null
  }

  /** Takes note of what was drawn, before it is painted. */
  show(drawing: Drawing | null): void {
    this.shown = drawing
    this.settle()
  }

  /** Moves the picture that is there to where the window is. */
  private settle(): void {
    const layer = this.ties?.layer()
    if (!layer || !this.shown || !this.ties) return
    const { drawn } = this.shown
    const scale = this.ties.plot.clientWidth / (this.window.to - this.window.from)
    layer.style.width = `${(drawn.to - drawn.from) * scale}px`
    layer.style.transform = `translate3d(${(drawn.from - this.window.from) * scale}px,0,0)`
    const band = document.querySelector<HTMLElement>('.lanes-band')
    if (!band) return
    const all = wholeWindow(this.whole)
    const share = (time: number) =>
      Math.min(Math.max((time - all.from) / (all.to - all.from), 0), 1) * 100
    band.style.left = `${share(this.window.from)}%`
    band.style.right = `${100 - share(this.window.to)}%`
  }

  /** Goes to a window smoothly, or at once for those who want no movement. */
  go(next: Span): void {
    cancelAnimationFrame(this.glide)
    const target = fitWindow(next, wholeWindow(this.whole))
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.set(target)
      this.restSoon(0)
      return
    }
    const start = this.window
    const began = performance.now()
    void this.sheets.fetch(...this.needed(target))
    const step = (now: number) => {
      const done = Math.min((now - began) / ZOOM_MS, 1)
      const eased = 1 - (1 - done) ** 3
      this.set({
        from: start.from + (target.from - start.from) * eased,
        to: start.to + (target.to - start.to) * eased,
      })
      if (done < 1) this.glide = requestAnimationFrame(step)
      else this.restSoon(0)
    }
    this.glide = requestAnimationFrame(step)
  }

  /** A click on a mark. */
  click(event: MouseEvent): void {
    followMark(event, this.navigator)
  }

  private set(next: Span): void {
    this.window = fitWindow(next, wholeWindow(this.whole))
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0
      // Drawn within this very frame, so that no edge is seen blank in it.
      if (this.isUncovered()) void this.refresh()
      this.settle()
      if (this.isStretched()) void this.refresh()
    })
    this.restSoon()
  }

  private restSoon(after = REST_MS): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      void this.refresh(true).then(() => this.foresee())
      const href = lanesHref(this.where, this.isWhole() ? null : this.window)
      if (href !== location.pathname + location.search) keepAddress(href)
      tellForms(`/campaigns/${this.where.slug}/lanes`, this.isWhole() ? null : this.window)
    }, after)
  }

  private isWhole(): boolean {
    return writeWindow(this.window) === writeWindow(wholeWindow(this.whole))
  }

  private isStretched(): boolean {
    if (!this.shown) return false
    const { view } = this.shown
    const { from, to } = this.window
    const ratio = (to - from) / (view.to - view.from)
    return this.isUncovered() || ratio > STRETCH || ratio < 1 / STRETCH
  }

  private isUncovered(): boolean {
    const drawn = this.shown?.drawn
    return !drawn || this.window.from < drawn.from || this.window.to > drawn.to
  }

  private needed({ from, to }: Span): [number, number] {
    const width = this.ties?.plot.clientWidth ?? 1_000
    const level = levelFor(to - from, Math.max(width / BUCKET_PX, 6))
    return [level, pageOf(level, (from + to) / 2)]
  }

  /** @param resting whether no hand moves, so that drawing keeps nothing up. */
  private async refresh(resting = false): Promise<void> {
    const turn = (this.asked += 1)
    const [level, page] = this.needed(this.window)
    const ready = this.sheets.ready(level, page) ?? this.coarser(level)
    if (ready) this.draw(ready, resting)
    if (ready?.level === level) return
    const sheet = await this.sheets.fetch(level, page)
    if (sheet && turn === this.asked) this.draw(sheet, resting)
  }

  private draw(sheet: Sheet, now: boolean): void {
    if (!this.ties) return
    const view = this.window
    const { clientWidth: width } = this.ties.plot
    const drawn = drawnSpan(sheet.level, sheet, view)
    // A window beyond all sheets stays uncovered: the same picture at once again would help nobody.
    const before = this.shown
    const same =
      before?.sheet === sheet && before.drawn.from === drawn.from && before.drawn.to === drawn.to
    this.ties.draw({ sheet, view, width, drawn }, !same && (now || this.isUncovered()))
  }

  /** Until the right sheet comes, a coarser one that covers an edge which would be blank. */
  private coarser(level: number): Sheet | null {
    if (!this.isUncovered()) return null
    const middle = (this.window.from + this.window.to) / 2
    for (let at = level - 1; at >= 0; at--) {
      const sheet = this.sheets.ready(at, pageOf(at, middle))
      if (sheet && sheet.from <= this.window.from && sheet.to >= this.window.to) return sheet
    }
    return null
  }

  /** What is likely next: nearer and farther, earlier and later. */
  private foresee(): void {
    for (const next of [
      zoomedWindow(this.window, 0.5),
      zoomedWindow(this.window, 2),
      zoomedWindow(this.window, 8),
      pannedWindow(this.window, -1),
      pannedWindow(this.window, 1),
    ])
      void this.sheets.fetch(...this.needed(next))
  }
}
