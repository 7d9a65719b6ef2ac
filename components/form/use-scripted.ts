'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the script runs: false in the page as it comes, and until it is made live. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
