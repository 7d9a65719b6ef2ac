'use client'

import { usePathname } from 'next/navigation'

/** The page of one entry, which has a title of its own. */
const ENTRY = /^\/campaigns\/[^/]+\/entries\/[0-9a-f-]{36}$/

/** The campaign's title above its pages: their heading, but where the page has one itself. */
export function CampaignName({ title }: { title: string }) {
  const Name = ENTRY.test(usePathname()) ? 'p' : 'h1'
  return (
    <Name className="min-w-0 font-serif text-xl font-semibold">
      <bdi>{title}</bdi>
    </Name>
  )
}
