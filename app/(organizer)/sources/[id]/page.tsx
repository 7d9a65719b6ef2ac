import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { getSource } from '@/server/sources/queries'
import { SourceView } from '../../source-view'

type Props = PageProps<'/sources/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const source = await orNotFound(getSource(await requireViewer(), (await params).id))
  return { title: source.title }
}

export default async function SourcePage({ params }: Props) {
  const viewer = await requireViewer()
  const { id } = await params
  const { title } = await orNotFound(getSource(viewer, id))
  return (
    <>
      <Breadcrumbs items={[{ label: 'Sources', href: '/sources' }, { label: title }]} />
      <SourceView viewer={viewer} id={id} base="/sources" />
    </>
  )
}
