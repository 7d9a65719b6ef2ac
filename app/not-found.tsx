import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { Main } from '@/components/ui/main'
import { PageHeader } from '@/components/ui/page-header'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Main width="prose">
      <PageHeader
        title="There is nothing at this address"
        lead="The page may have moved, the link may have ended, or you may not have access to it. Check the address, or ask the person who gave it to you."
      />
      <ButtonLink href="/">Go to the start page</ButtonLink>
    </Main>
  )
}
