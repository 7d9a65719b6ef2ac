/** What `browser.mjs` puts into each page that it measures. */
declare global {
  var bench:
    | {
        state(): {
          now: number
          first: number
          complete: boolean
          last: number
          blocking: number
          nodes: number
        }
        act(action: () => void, done: () => boolean): Promise<number>
        frames(duration: number): Promise<{ times: number[]; blank: number }>
      }
    | undefined
  /** Frames of the lanes while they are moved (`use-lanes.ts`). */
  var seen: { times: number[]; blank: number; on: boolean } | undefined
  /** How long after a key the lanes were drawn anew, in ms. */
  var painted: Promise<number> | undefined
}

export {}
