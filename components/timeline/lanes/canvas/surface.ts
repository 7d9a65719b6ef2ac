import { focusedKey } from '../focused'
import { paint, type Scene } from './paint'
import { readStyle, type Style } from './style'

/** More pixels than this for one of the style sheet's cost more than they show while all moves. */
const FINEST = 2
/** Painted above and below what is on the screen, so that scrolling finds no edge, in px. */
const AIR = 200

/**
 * The canvas on which the lanes move: it lies over the document's own drawing and is seen only until
 * that is made anew for where the window has come to rest.
 */
export class Surface {
  private style: Style | null = null
  private top = 0

  constructor(
    private readonly plot: HTMLElement,
    private readonly canvas: HTMLCanvasElement,
  ) {}

  get isShown(): boolean {
    return this.plot.dataset.moving !== undefined
  }

  show(scene: Omit<Scene, 'focused'>): void {
    // Without a ground of its own, letters would be drawn less sharply than the document's.
    const context = this.canvas.getContext('2d', { alpha: false })
    if (!context) return
    this.style ??= readStyle(this.plot, context)
    const ratio = this.fit()
    context.setTransform(ratio, 0, 0, ratio, 0, -this.top * ratio)
    context.fillStyle = this.style.paper
    const { clientWidth: width, clientHeight: height } = this.plot
    context.fillRect(0, 0, width, height)
    const size = { width, height }
    const focused = focusedKey(this.plot)
    const isWhole = paint(context, this.style, { ...scene, focused }, size)
    // What its frames are counted by (bench/timeline/use-lanes.ts).
    this.plot.dataset.moving = isWhole ? '' : 'blank'
  }

  hide(): void {
    delete this.plot.dataset.moving
    this.style = null
  }

  /** Lays the canvas over the part of the plot that is on the screen. */
  private fit(): number {
    const { canvas, plot } = this
    const ratio = Math.min(devicePixelRatio, FINEST)
    const box = plot.getBoundingClientRect()
    const top = Math.floor(Math.max(0, -box.top - AIR))
    const height = Math.max(0, Math.ceil(Math.min(box.height, innerHeight - box.top + AIR) - top))
    const [across, down] = [Math.ceil(plot.clientWidth * ratio), Math.ceil(height * ratio)]
    if (canvas.width === across && canvas.height === down && this.top === top) return ratio
    this.top = top
    canvas.width = across
    canvas.height = down
    canvas.style.cssText = `top:${top}px;width:${plot.clientWidth}px;height:${height}px`
    return ratio
  }
}
