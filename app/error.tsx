'use client'

import { BrokenPage, type BrokenPageProps } from '@/components/ui/broken-page'
import { Main } from '@/components/ui/main'

export default function ErrorPage(props: BrokenPageProps) {
  return (
    <Main width="prose">
      <BrokenPage {...props} />
    </Main>
  )
}
