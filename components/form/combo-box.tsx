'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ComboBox as Box, Input, ListBox } from 'react-aria-components'
import { FieldFrame } from './field-frame'
import { fieldMessages } from './field-id'
import { useForm } from './form-context'
import { Suggestion, Suggestions, type ComboItem } from './suggestions'
import type { FieldProps } from './text-field'
import { useField } from './use-field'

type ComboBoxProps<Item extends ComboItem> = Omit<FieldProps, 'defaultValue'> & {
  items: Item[]
  text: string
  /** Called with what stands in the field, whoever put it there before the script arrived. */
  onText: (text: string) => void
  /** The id of what was picked, or null while the text is the person's own. */
  picked: string | null
  onPick: (item: Item) => void
  waiting: boolean
  /** Whether nothing stands in the field to look for: then nothing is said of what is known. */
  nothingAsked?: boolean
  onFocusChange?: (focused: boolean) => void
  /** Which records the field names, and whether several, for other fields of the form. */
  find?: string
  several?: boolean
  /** Said where nothing is found: what becomes of the words. */
  emptyWords: ReactNode
  /** Another field whose messages stand here: the hidden one that holds the id. */
  idName?: string
  autoCapitalize?: string
}

/**
 * A text field with a list of what is known already; any other words may stand in it as well. It is
 * sent as its text, so that it works before the script has arrived.
 */
export function ComboBox<Item extends ComboItem>({
  name,
  label,
  hint,
  required,
  className,
  items,
  text,
  onText,
  picked,
  onPick,
  waiting,
  emptyWords,
  idName,
  autoCapitalize,
  nothingAsked = false,
  onFocusChange,
  find,
  several = false,
}: ComboBoxProps<Item>) {
  const { errors, enterSaves } = useForm()
  const field = useField(name, Boolean(hint))
  const { id } = field
  const messages = [...field.messages, ...(idName ? fieldMessages(errors, idName) : [])]
  const input = useRef<HTMLInputElement>(null)
  const begun = useRef(false)
  // What is under the pointer stays where it is, whatever an answer brings meanwhile.
  const [frozen, setFrozen] = useState<Item[] | null>(null)
  const shown = frozen ?? items
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    // They differ only where somebody typed before the script arrived.
    const typed = input.current?.value
    if (typed !== undefined && typed !== text) onText(typed)
  })
  return (
    <FieldFrame {...{ id, label, hint, required, messages, className }}>
      <Box
        id={id}
        name={name}
        aria-labelledby={`${id}-label`}
        aria-describedby={described(id, hint, messages)}
        isInvalid={messages.length > 0}
        isRequired={required}
        validationBehavior="aria"
        allowsCustomValue
        allowsEmptyCollection={!nothingAsked}
        items={shown}
        inputValue={text}
        onInputChange={(typed) => {
          setFrozen(null)
          onText(typed)
        }}
        onFocusChange={onFocusChange}
        onOpenChange={() => setFrozen(null)}
        value={picked}
        onChange={(key) => {
          const item = shown.find((one) => one.id === key)
          if (item) onPick(item)
        }}
      >
        <Input
          ref={input}
          className="control"
          dir="auto"
          autoComplete="off"
          enterKeyHint={enterSaves ? undefined : 'next'}
          autoCapitalize={autoCapitalize}
          data-find={find}
          // An answer that comes late must not take away the option that the arrow keys are on.
          onKeyDown={({ key }) => {
            if (/^Arrow(Up|Down)$/.test(key) && shown.length > 0) setFrozen(shown)
          }}
          data-several={several || undefined}
        />
        <Suggestions onPointerEnter={() => setFrozen(shown)} onPointerLeave={() => setFrozen(null)}>
          <ListBox<Item>
            renderEmptyState={() => (
              <p className="text-muted px-3 py-2.5">{waiting ? 'Looking …' : emptyWords}</p>
            )}
          >
            {(item) => <Suggestion {...item} />}
          </ListBox>
        </Suggestions>
      </Box>
    </FieldFrame>
  )
}

function described(id: string, hint: ReactNode, messages: string[]): string | undefined {
  const ids = [hint && `${id}-hint`, messages.length > 0 && `${id}-error`].filter(Boolean)
  return ids.join(' ') || undefined
}
