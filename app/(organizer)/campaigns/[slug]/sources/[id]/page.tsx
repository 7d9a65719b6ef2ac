import type { Metadata } from 'next'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { lastEntryFrom } from '@/server/sources/last-entry'
import { SourceView } from '../../../../source-view'
import { readSource } from '../../../../read-record'

type Props = PageProps<'/campaigns/[slug]/sources/[id]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const source = await readSource((await params).id, await searchParams)
  return { title: source.title }
}

export default async function SourcePage({ params, searchParams }: Props) {
  const { slug, id } = await params
  const viewer = await requireViewer()
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const after = await lastEntryFrom(viewer, campaign.id, id)
  const log = `/campaigns/${slug}/entries/new?source=${id}`
  return (
    <SourceView
      {...{ viewer, id }}
      campaignId={campaign.id}
      base={`/campaigns/${slug}/sources`}
      query={await searchParams}
      log={
        after
          ? { label: 'Log another from this source', href: `${log}&after=${after}` }
          : { label: 'Log an entry from this source', href: log }
      }
    />
  )
}
