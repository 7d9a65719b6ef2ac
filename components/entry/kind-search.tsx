'use client'

import { ChevronDown } from 'lucide-react'
import { use, useEffect, useRef, useState } from 'react'
import {
  Collection,
  ComboBox,
  ComboBoxStateContext,
  Header,
  Input,
  ListBox,
  ListBoxSection,
} from 'react-aria-components'
import { Suggestion, Suggestions } from '@/components/form/suggestions'
import { useField } from '@/components/form/use-field'
import { kindGroups } from '@/lib/kinds/choice'
import type { KindFieldProps } from './kind-field'

/**
 * The list of kinds, searched as one types: Enter or Tab takes the first that is found. Words that
 * are no kind give way to the kind that was chosen before.
 */
export function KindSearch({ kinds, used, kind, onKind }: KindFieldProps) {
  const { id, messages, aria } = useField('kind', kind !== '')
  const [typed, setTyped] = useState<string | null>(null)
  const sent = useRef<HTMLInputElement>(null)
  const announced = useRef(kind)
  const groups = kindGroups(kinds, used, typed ?? '').map(({ heading, kinds: found }) => ({
    ...{ id: heading, heading },
    items: found.map((name) => ({
      ...{ id: `${heading}:${name}`, kind: name },
      ...{ name: kinds[name].label, note: kinds[name].hint },
    })),
  }))
  const offered = groups.flatMap(({ items }) => items)

  useEffect(() => {
    if (announced.current === kind) return
    announced.current = kind
    // What listens to the form learns of a hidden field only so.
    sent.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [kind])

  function choose(name: string | undefined) {
    setTyped(null)
    if (name !== undefined && name !== kind) onKind(name)
  }

  return (
    <>
      <input ref={sent} type="hidden" name="kind" value={kind} />
      <ComboBox
        id={id}
        aria-labelledby={`${id}-label`}
        aria-describedby={aria['aria-describedby']}
        isInvalid={messages.length > 0}
        isRequired
        validationBehavior="aria"
        allowsCustomValue
        allowsEmptyCollection
        items={groups}
        inputValue={typed ?? (kind === '' ? '' : kinds[kind].label)}
        onInputChange={setTyped}
        value={typed === null ? (offered.find((one) => one.kind === kind)?.id ?? null) : null}
        onChange={(key) => {
          const item = offered.find((one) => one.id === key)
          if (item) choose(item.kind)
        }}
        onFocusChange={(focused) => {
          if (!focused) setTyped(null)
        }}
      >
        <div className="relative">
          <KindInput
            autoFocus={kind === ''}
            first={typed !== null && typed.trim() !== '' ? (offered[0]?.id ?? null) : null}
          />
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 right-3 my-auto size-5"
          />
        </div>
        <Suggestions>
          <ListBox<(typeof groups)[number]>
            renderEmptyState={() => (
              <p className="text-muted px-3 py-2.5">No matching kind of entry.</p>
            )}
          >
            {(group) => (
              <ListBoxSection id={group.id}>
                <Header className="text-muted px-3 pt-3 pb-1 text-sm font-semibold">
                  {group.heading}
                </Header>
                <Collection items={group.items}>{(item) => <Suggestion {...item} />}</Collection>
              </ListBoxSection>
            )}
          </ListBox>
        </Suggestions>
      </ComboBox>
    </>
  )
}

function KindInput({
  autoFocus,
  first,
}: {
  autoFocus: boolean
  /** What Enter and Tab take where no line is chosen. */
  first: string | null
}) {
  const list = use(ComboBoxStateContext)
  return (
    <Input
      className="control pr-11"
      placeholder="Rally, statement, report …"
      autoComplete="off"
      enterKeyHint="next"
      autoFocus={autoFocus}
      onClick={() => list?.open(null, 'manual')}
      onKeyDown={({ key, currentTarget }) => {
        const isOn = currentTarget.getAttribute('aria-activedescendant')
        if ((key !== 'Enter' && key !== 'Tab') || !list?.isOpen || isOn || !first) return
        list.setSelectedKey(first)
        // The name that then stands in the field would open the list once more.
        setTimeout(() => list.close())
      }}
    />
  )
}
