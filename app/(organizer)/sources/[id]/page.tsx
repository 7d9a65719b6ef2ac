import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { requireViewer } from '@/server/auth/session'
import { SourceView } from '../../source-view'
import { readSource } from '../../read-record'

type Props = PageProps<'/sources/[id]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const source = await readSource((await params).id, await searchParams)
  return { title: source.title }
}

export default async function SourcePage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { id } = await params
  const query = await searchParams
  const { title } = await readSource(id, query)
  return (
    <>
      <Breadcrumbs items={[{ label: 'Sources', href: '/sources' }, { label: title }]} />
      <SourceView {...{ viewer, id, query }} base="/sources" />
    </>
  )
}
