'use client'

import { useScripted } from '@/components/form/use-scripted'
import { Button } from './button'

/** Opens the browser's print window; before script it says where that is. */
export function PrintButton({ label }: { label: string }) {
  if (!useScripted())
    return <p>Use your browser’s print command to print this or save it as a PDF.</p>
  return (
    <Button type="button" onClick={() => window.print()}>
      {label}
    </Button>
  )
}
