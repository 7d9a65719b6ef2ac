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
}

export {}
