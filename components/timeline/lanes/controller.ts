import { levelFor, type Span } from '@/lib/timeline/lanes/levels'
import { lanesHref, type LanesPlace } from '@/lib/timeline/lanes/links'
import { BUCKET_PX, pageOf } from '@/lib/timeline/lanes/pages'
import type { Sheet } from '@/lib/timeline/lanes/sheet'
import {
  fitWindow,
  pannedWindow,
  readWindow,
  wholeWindow,
  writeWindow,
  zoomedWindow,
} from '@/lib/timeline/lanes/window'
import { moveBand } from './band'
import { Surface } from './canvas/surface'
import { focusAgain, focusedKey } from './focused'
import { Sheets } from './sheets'
import { followControl, followMark, type Navigator } from './navigation'
import { tellForms } from './forms'
import { keepAddress } from '../keep-address'

/** A sheet as the document draws it, for a window of this many pixels. */
export type Drawing = { sheet: Sheet; view: Span; width: number }

/** Between two notches of a wheel less time goes by, so that one turning of it is one movement. */
const REST_MS = 160
const ZOOM_MS = 180

type Ties = {
  plot: HTMLElement
  canvas: HTMLCanvasElement
  /** `now` where the canvas stands for it until it is drawn. */
  draw: (drawing: Drawing, now: boolean) => void
  /** Goes to another page of the same site. */
  push: (href: string) => void
}

/** Where the window is: a canvas shows it while it moves, the document where it comes to rest. */
export class Controller {
  private shown: Drawing | null = null
  private ties: Ties | null = null
  private surface: Surface | null = null
  private readonly sheets: Sheets
  private frame = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private glide = 0
  private moved = 0
  private focused: string | null = null
  private off = new AbortController()

  constructor(
    private readonly where: LanesPlace,
    private readonly whole: Span,
    private readonly today: number,
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
    this.surface = new Surface(ties.plot, ties.canvas)
    this.off = new AbortController()
    const watch = new ResizeObserver(() => this.restSoon())
    watch.observe(ties.plot)
    const onLink = (event: MouseEvent) => followControl(event, this.navigator)
    const onPop = () => {
      const params = new URLSearchParams(location.search)
      this.set(readWindow(params.get('window')) ?? wholeWindow(this.whole))
      this.restSoon(0)
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

  /** Takes note of what the document shows, before it is painted. */
  show(drawing: Drawing | null): void {
    this.shown = drawing
    if (this.ties) focusAgain(this.ties.plot, this.focused)
    this.focused = null
    this.uncover()
    moveBand(this.window, wholeWindow(this.whole))
  }

  /** Goes to a window smoothly, or at once for those who want no movement. */
  go(next: Span): void {
    cancelAnimationFrame(this.glide)
    const target = fitWindow(next, wholeWindow(this.whole))
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.set(target)
      this.rest()
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

  /** A click on a mark; before it is attached, links lead where they say. */
  click(event: MouseEvent): void {
    if (!this.ties) return
    let { target } = event
    // Pressed before the movement came to rest: what lies there is drawn first.
    if (target === this.ties.canvas) this.rest()
    // A mark that was drawn anew between press and release leaves the click to what it stood in.
    if (target === this.ties.canvas || target === this.ties.plot)
      target = document.elementFromPoint(event.clientX, event.clientY)
    followMark(event, target, this.navigator)
  }

  private set(next: Span): void {
    this.window = fitWindow(next, wholeWindow(this.whole))
    this.moved += 1
    clearTimeout(this.timer)
    this.paintSoon()
  }

  private paintSoon(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0
      const sheet = this.sheetNow()
      // What has come to rest meanwhile, the document shows.
      if (sheet && !this.isSettled()) {
        this.surface?.show({ sheet, view: this.window, today: this.today })
        moveBand(this.window, wholeWindow(this.whole))
      }
    })
  }

  /** The right sheet for the window, or what there is until it comes. */
  private sheetNow(): Sheet | null {
    const [level, page] = this.needed(this.window)
    const ready = this.sheets.ready(level, page)
    if (ready) return ready
    void this.sheets.fetch(level, page).then((sheet) => sheet && this.paintSoon())
    const before = this.shown?.sheet
    const { from, to } = this.window
    if (before && before.from <= from && before.to >= to) return before
    return this.sheets.covering(level, this.window) ?? before ?? null
  }

  private restSoon(after = REST_MS): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.rest(), after)
  }

  private rest(): void {
    clearTimeout(this.timer)
    void this.refresh(true).then(() => this.foresee())
    const href = lanesHref(this.where, this.isWhole() ? null : this.window)
    if (href !== location.pathname + location.search) keepAddress(href)
    tellForms(`/campaigns/${this.where.slug}/lanes`, this.isWhole() ? null : this.window)
  }

  private isWhole(): boolean {
    return writeWindow(this.window) === writeWindow(wholeWindow(this.whole))
  }

  private needed({ from, to }: Span): [number, number] {
    const width = this.ties?.plot.clientWidth ?? 1_000
    const level = levelFor(to - from, Math.max(width / BUCKET_PX, 6))
    return [level, pageOf(level, (from + to) / 2)]
  }

  /** Draws the window in the document: first from what is there, then from the right sheet. */
  private async refresh(now = false): Promise<void> {
    const { moved } = this
    const [level, page] = this.needed(this.window)
    const ready = this.sheets.ready(level, page)
    if (ready || now) this.draw(ready ?? this.sheetNow(), now)
    if (ready) return
    const sheet = await this.sheets.fetch(level, page)
    if (sheet && moved === this.moved) this.draw(sheet, now)
  }

  private draw(sheet: Sheet | null, now: boolean): void {
    if (!this.ties || !sheet) return
    const { clientWidth: width } = this.ties.plot
    const { shown, window: view } = this
    if (shown?.sheet === sheet && shown.width === width && this.isSettled()) return this.uncover()
    this.focused = focusedKey(this.ties.plot)
    this.ties.draw({ sheet, view, width }, now)
  }

  /** Whether the document shows the window as it is. */
  private isSettled(): boolean {
    const view = this.shown?.view
    return view?.from === this.window.from && view.to === this.window.to
  }

  private uncover(): void {
    if (this.isSettled()) this.surface?.hide()
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
