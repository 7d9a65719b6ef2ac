/** A webhook with what came of its last messages. Moments are ISO timestamps. */
export type WebhookListing = {
  id: string
  url: string
  createdAt: string
  /** How many messages are still to be sent. */
  waiting: number
  messages: {
    id: string
    triedAt: string
    tries: number
    /** What the address answered, or null where it did not. */
    status: number | null
    /** Why there was no answer, or why none was asked for. */
    trouble: string
    /** Whether it will be tried again. */
    goesOn: boolean
  }[]
}
