'use client'

import { BrokenPage, type BrokenPageProps } from '@/components/ui/broken-page'

export default function ErrorPage(props: BrokenPageProps) {
  return (
    <main id="main" className="mx-auto w-full max-w-prose px-4 pt-6 pb-16 sm:px-6 sm:pt-10">
      <BrokenPage {...props} />
    </main>
  )
}
