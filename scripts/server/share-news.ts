import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** How often we make sure that notifications still reach us. */
const beatEvery = 250
/** For how long after such a proof what is kept may be served; both in ms. */
const trust = 900
/** A connection that is silent for longer is given up. */
const patience = 2_000
const retryAfter = 250

/**
 * What changes shared pages, from the database's notifications: `share_changed` with a link's
 * hash, `record_changed` with a workspace's id.
 *
 * A connection can be dead without anybody having said so. So we send ourselves a notification
 * several times a second: it comes back only over a channel that works, and after everything that
 * was sent before it.
 */
export type ShareNews = {
  /** Whether no notification was missed since it was last false. */
  isListening: () => boolean
  /** Whether all notifications older than a second have arrived. */
  isFresh: () => boolean
  close: () => Promise<void>
}

/** @param handlers.onLost notifications may have been missed */
export function shareNews(
  connectionString: string,
  {
    onLink,
    onWorkspace,
    onLost,
  }: {
    onLink: (hash: string) => void
    onWorkspace: (workspace: string) => void
    onLost: () => void
  },
): ShareNews {
  const channel = `beat_${randomBytes(8).toString('hex')}`
  let listening: pg.Client | null = null
  let closed = false
  let provenAt = -Infinity
  let sentAt = 0
  let isOut = false
  let giveUp = () => {}
  let retry: NodeJS.Timeout | undefined

  const connect = async () => {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: patience })
    let isLost = false
    const lose = () => {
      if (isLost) return
      isLost = true
      if (listening === client) {
        listening = null
        provenAt = -Infinity
        onLost()
      }
      client.removeAllListeners('notification')
      client.end().catch(() => {})
      if (!closed) {
        clearTimeout(retry)
        retry = setTimeout(() => void connect(), retryAfter)
        retry.unref()
      }
    }
    client.on('error', () => {})
    try {
      await client.connect()
      client.on('notification', ({ channel: name, payload = '' }) => {
        if (listening !== client) return
        if (name === channel) [provenAt, isOut] = [sentAt, false]
        else if (name === 'share_changed') onLink(payload)
        else if (name === 'record_changed') onWorkspace(payload)
      })
      await client.query(`listen share_changed; listen record_changed; listen ${channel}`)
    } catch {
      return lose()
    }
    if (closed) return lose()
    client.once('end', lose)
    client.once('error', lose)
    isOut = false
    giveUp = lose
    listening = client
    beat()
  }

  const beat = () => {
    const client = listening
    if (!client) return
    const now = performance.now()
    if (!isOut) {
      ;[sentAt, isOut] = [now, true]
      client.query(`notify ${channel}`).catch(() => giveUp())
    } else if (now - sentAt > patience) {
      giveUp()
    }
  }
  const pulse = setInterval(beat, beatEvery)
  pulse.unref()
  void connect()

  return {
    isListening: () => listening !== null,
    isFresh: () => performance.now() - provenAt < trust,
    close: async () => {
      closed = true
      clearInterval(pulse)
      clearTimeout(retry)
      const client = listening
      listening = null
      provenAt = -Infinity
      await client?.end()
    },
  }
}
