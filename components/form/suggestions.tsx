'use client'

import type { ReactNode } from 'react'
import { ListBoxItem, Popover, type PopoverProps } from 'react-aria-components'
import { stayOpenOnScroll } from './stay-open'
import { giveStylesTheNonce } from './style-nonce'

giveStylesTheNonce()
stayOpenOnScroll()

/** One line of the list: what stands in the field when it is picked, and what tells it from others. */
export type ComboItem = { id: string; name: string; note: string; day?: string }

/** The list under a field that offers what is known; it moves with the page. */
export function Suggestions({
  children,
  ...pointer
}: Pick<PopoverProps, 'onPointerEnter' | 'onPointerLeave'> & { children: ReactNode }) {
  return (
    <Popover
      data-suggestions=""
      {...pointer}
      className="border-control bg-field w-(--trigger-width) min-w-64 overflow-auto border shadow-lg"
      offset={2}
    >
      {children}
    </Popover>
  )
}

export function Suggestion({ id, name, note }: ComboItem) {
  return (
    <ListBoxItem
      id={id}
      textValue={name}
      className="data-[focused]:bg-wash flex min-h-11 cursor-pointer flex-col justify-center px-3 py-1.5"
    >
      <bdi>{name}</bdi>
      {note && <bdi className="text-muted text-sm">{note}</bdi>}
    </ListBoxItem>
  )
}
