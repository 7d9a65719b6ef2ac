'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useLookup } from '@/components/form/use-lookup'
import { commandsIn, type CommandRights } from '@/lib/search/commands'
import { campaignAt, type Place } from '@/lib/search/places'
import { commandGroups } from './command-groups'
import { recentPages } from './recent-pages'

// A key a moment later is another question; a person who stops gets the answer at once.
const PAUSE_MS = 40

/** Goes to a record or a page, or begins something, by a few letters of its name. */
export function CommandBar({ rights, onClose }: { rights: CommandRights; onClose: () => void }) {
  const router = useRouter()
  const path = usePathname()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [recent] = useState(() => addressOfRecent(path))
  const [active, setActive] = useState(0)
  const [entered, setEntered] = useState(false)
  const asked = typed.trim()
  const { items: found, waiting } = useLookup<Place>(
    asked === '' ? recent : `/api/go?${new URLSearchParams({ q: asked }).toString()}`,
    asked === '' ? 0 : PAUSE_MS,
  )
  const commands = commandsIn(campaignAt(path), rights)
  const groups = commandGroups(typed, found, commands)
  const items = groups.flatMap((group) => group.items)
  const at = Math.min(active, items.length - 1)
  const chosen = items[at]

  useEffect(() => {
    const box = dialog.current
    const before = document.activeElement
    box?.showModal()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  // The records in sight may still answer to fewer letters: Enter waits for those of all.
  const href = chosen?.href
  useEffect(() => {
    if (!entered || waiting || !href) return
    dialog.current?.close()
    router.push(href)
  }, [entered, waiting, href, router])
  const chosenId = chosen && `${id}-option-${at}`
  useEffect(() => {
    if (chosenId) document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])

  function go(href: string) {
    dialog.current?.close()
    router.push(href)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || items.length === 0) return
    if (event.key === 'ArrowDown') setActive((at + 1) % items.length)
    else if (event.key === 'ArrowUp') setActive((at - 1 + items.length) % items.length)
    else if (event.key === 'Enter' && chosen) {
      if (waiting && !commands.some(({ id }) => id === chosen.id)) setEntered(true)
      else go(chosen.href)
    } else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close()
      }}
      aria-label="Search or go to"
      className="border-control bg-paper text-ink fixed inset-x-0 top-[10vh] m-auto mt-0 max-h-[80vh] w-[min(40rem,calc(100vw-2rem))] border p-0 shadow-lg backdrop:bg-black/40"
    >
      <div className="flex max-h-[80vh] flex-col">
        <div className="border-hairline flex items-center gap-2 border-b p-2">
          <input
            type="text"
            role="combobox"
            autoFocus
            dir="auto"
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value)
              setActive(0)
              setEntered(false)
            }}
            onKeyDown={onKeyDown}
            aria-label="Search or go to"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={chosenId}
            aria-autocomplete="list"
            placeholder="A name, a demand, a page …"
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            className="control min-w-0 flex-1"
          />
          <button
            type="button"
            className="min-h-11 px-2 underline"
            onClick={() => dialog.current?.close()}
          >
            Close
          </button>
        </div>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="Places and commands"
          tabIndex={-1}
          className="overflow-y-auto overscroll-contain pb-2"
        >
          {groups.map((group, index) => (
            <div key={group.label} role="group" aria-labelledby={`${id}-group-${index}`}>
              <div
                id={`${id}-group-${index}`}
                role="presentation"
                className="text-muted px-3 pt-3 pb-1 text-sm"
              >
                {group.label}
              </div>
              {group.items.map((item) => (
                <div
                  key={item.id}
                  id={`${id}-option-${items.indexOf(item)}`}
                  role="option"
                  aria-selected={item === chosen}
                  className="aria-selected:bg-wash aria-selected:outline-ink flex min-h-11 cursor-pointer flex-col justify-center px-3 py-1.5 aria-selected:outline-2 aria-selected:-outline-offset-2"
                  onPointerMove={() => setActive(items.indexOf(item))}
                  onClick={() => go(item.href)}
                >
                  <bdi>{item.name}</bdi>
                  {item.note && <bdi className="text-muted text-sm">{item.note}</bdi>}
                </div>
              ))}
            </div>
          ))}
        </div>
        <p role="status" className="sr-only">
          {!waiting &&
            asked !== '' &&
            `${items.length} ${items.length === 1 ? 'result' : 'results'}`}
        </p>
      </div>
    </dialog>
  )
}

// The page that is open is no place to go to.
function addressOfRecent(path: string): string | null {
  const paths = recentPages().filter((one) => one !== path)
  return paths.length === 0
    ? null
    : `/api/go?${new URLSearchParams(paths.map((one) => ['path', one])).toString()}`
}
