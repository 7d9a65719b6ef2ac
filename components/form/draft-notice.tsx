'use client'

import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { OF_THE_RECORD } from '@/lib/dates/moments'
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
  kept: '',
  unsealed:
    'Drafts are not saved on this device, because the address begins with http. Save often.',
  full: 'Drafts are not saved: this device’s storage is full or blocked. Save often.',
}

/** Says what becomes of words that are not saved, since when, and when there is no connection. */
export function SavedHere({ keeps, savedAt }: { keeps: Keeping; savedAt: number | null }) {
  const online = useSyncExternalStore(onConnection, isOnline, () => true)
  return (
    <>
      <div role="status" className="text-warning empty:hidden">
        {!online && (
          <p>
            You are offline. {keeps === 'kept' && 'Your draft is saved on this device. '}Send it
            when the connection is back.
          </p>
        )}
        {(keeps === 'unsealed' || keeps === 'full') && <p>{WORDS[keeps]}</p>}
      </div>
      {keeps === 'kept' && savedAt !== null && (
        <p className="text-muted text-sm">Draft saved on this device {momentInWords(savedAt)}</p>
      )}
    </>
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
  // What the account's settings have the page say of itself.
  const language = document.querySelector<HTMLElement>('body > [lang]')?.lang || OF_THE_RECORD
  const time = moment.toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit' })
  if (moment.toDateString() === new Date().toDateString()) return time
  return `${moment.toLocaleDateString(language, { weekday: 'short', day: 'numeric', month: 'short' })}, ${time}`
}
