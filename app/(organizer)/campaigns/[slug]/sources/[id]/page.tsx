import type { Metadata } from 'next'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { getSource } from '@/server/sources/queries'
import { SourceView } from '../../../../source-view'

type Props = PageProps<'/campaigns/[slug]/sources/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const source = await orNotFound(getSource(await requireViewer(), (await params).id))
  return { title: source.title }
}

export default async function SourcePage({ params, searchParams }: Props) {
  const { slug, id } = await params
  const { passage } = await searchParams
  return (
    <SourceView
      viewer={await requireViewer()}
      id={id}
      base={`/campaigns/${slug}/sources`}
      passage={passage}
      logHref={`/campaigns/${slug}/entries/new?source=${id}`}
    />
  )
}
