'use client'

import { startTransition, useEffect, useEffectEvent } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { useScripted } from '@/components/form/use-scripted'
import { idle, type FormAction } from '@/lib/forms/state'
import { pushAddressHere, takesPushes, withSubscription } from './push-browser'

/** The button that has notifications come to this browser, where it can show them. */
export function PushHere({ publicKey, subscribe }: { publicKey: string; subscribe: FormAction }) {
  const scripted = useScripted()
  if (!scripted || !takesPushes())
    return (
      <p className="text-muted text-sm">
        This browser cannot show them. It needs JavaScript and an address that begins with https; on
        an iPhone or iPad, add this site to the home screen first.
      </p>
    )
  return (
    <ActionForm
      action={withSubscription(publicKey, subscribe)}
      submitLabel="Show them on this device"
      pendingLabel="Asking your browser …"
      submitTone="quiet"
    />
  )
}

/** Keeps a browser told that was told before its person signed in anew. */
export function PushKept({ keep }: { keep: FormAction }) {
  // Once a page: the action is another function after each answer of the server.
  const tell = useEffectEvent((address: string) => {
    const data = new FormData()
    data.set('address', address)
    startTransition(async () => {
      await keep(idle, data)
    })
  })
  useEffect(() => {
    void pushAddressHere().then((address) => {
      if (address !== null) tell(address)
    })
  }, [])
  return null
}
