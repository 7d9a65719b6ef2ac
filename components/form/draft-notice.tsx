'use client'

import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FoundDraft, Keeping } from './use-draft'

/** Offers words that were typed and never saved. */
export function DraftNotice({
  draft,
  edited,
  onTake,
  onDrop,
}: {
  draft: FoundDraft
  /** Whether something stands in the form that taking the draft would replace. */
  edited: boolean
  onTake: () => void
  onDrop: () => void
}) {
  const [asks, setAsks] = useState(false)
  const { kind, title } = draft.values
  const when = momentInWords(draft.at)
  return (
    <div className="mb-6">
      <Notice
        tone="info"
        title={
          draft.count === 1
            ? `You have an unsaved draft from ${when}`
            : `You have ${draft.count} unsaved drafts, the latest from ${when}`
        }
        live
      >
        <p>
          {kindInWords(kind)}
          <bdi>{typeof title === 'string' && title !== '' ? `“${title}”` : 'without a title'}</bdi>
        </p>
        {asks && <p className="mt-2">The draft would replace what you have typed here since.</p>}
        <div className="mt-2 flex flex-wrap gap-3">
          {asks ? (
            <>
              <Button onClick={onTake}>Replace it with the draft</Button>
              <Button tone="quiet" onClick={() => setAsks(false)}>
                Keep what I typed
              </Button>
            </>
          ) : (
            <>
              <Button onClick={() => (edited ? setAsks(true) : onTake())}>Restore draft</Button>
              <Button tone="quiet" onClick={onDrop}>
                Delete draft
              </Button>
            </>
          )}
        </div>
      </Notice>
    </div>
  )
}

// The name of a kind is its value with spaces, which is how people write it too.
function kindInWords(kind: unknown): string {
  if (typeof kind !== 'string' || kind === '') return ''
  const words = kind.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, `
}

const WORDS: Record<Keeping, string> = {
  unknown: '',
  kept: 'Until you save or sign out, what you type is stored on this device, encrypted so that only you can open it.',
  unsealed:
    'What you type is not stored on this device until you save: this address begins with http, and drafts can be encrypted only over https. Save often.',
  full: 'What you type is not stored on this device until you save: its storage is full or blocked for this page. Save often.',
}

/** Says what becomes of words that are not saved, and when there is no connection. */
export function KeptHere({ keeps }: { keeps: Keeping }) {
  const online = useSyncExternalStore(onConnection, isOnline, () => true)
  return (
    <div role="status" className="mt-4">
      {!online && (
        <p className="text-warning">
          You are offline. {keeps === 'kept' && 'What you type is stored on this device. '}Send it
          when the connection is back.
        </p>
      )}
      {WORDS[keeps] && (
        <p className={keeps === 'kept' ? 'text-muted' : 'text-warning'}>{WORDS[keeps]}</p>
      )}
    </div>
  )
}

function onConnection(changed: () => void): () => void {
  for (const event of ['online', 'offline']) window.addEventListener(event, changed)
  return () => {
    for (const event of ['online', 'offline']) window.removeEventListener(event, changed)
  }
}

function isOnline(): boolean {
  return navigator.onLine
}

function momentInWords(at: number): string {
  const moment = new Date(at)
  const time = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (moment.toDateString() === new Date().toDateString()) return time
  return `${moment.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })}, ${time}`
}
