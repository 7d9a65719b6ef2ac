import type { Metadata } from 'next'
import { NothingHere } from '@/components/ui/nothing-here'

export const metadata: Metadata = { title: 'Not found' }

// The layout around it is the page's main part already.
export default function NotFound() {
  return <NothingHere />
}
