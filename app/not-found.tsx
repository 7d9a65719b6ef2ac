import type { Metadata } from 'next'
import { Main } from '@/components/ui/main'
import { NothingHere } from '@/components/ui/nothing-here'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Main width="prose">
      <NothingHere />
    </Main>
  )
}
