import type { Metadata } from 'next'
import { DemandForm } from '@/components/demand/demand-form'
import { EmptyState } from '@/components/ui/empty-state'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getDemand } from '@/server/demands/queries'
import { listOrganizationNames } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { saveDemand } from '../../actions'

export const metadata: Metadata = { title: 'Edit a demand' }

type Props = PageProps<'/campaigns/[slug]/demands/[number]/edit'>

export default async function EditDemandPage({ params }: Props) {
  const viewer = await requireViewer()
  const { slug, number } = await params
  const { demand } = await orNotFound(getDemand(viewer, slug, Number(number)))
  if (!mayPublish(viewer)) return <EmptyState title="Only editors can change demands" />
  const names = (list: { name: string }[]) => list.map(({ name }) => name).join('; ')
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">Edit demand {demand.number}</h2>
      <DemandForm
        action={saveDemand.bind(null, { slug, id: demand.id, number: demand.number })}
        initial={{
          version: String(demand.version),
          wording: demand.wording,
          targets: names(demand.targets),
          counterparties: names(demand.counterparties),
        }}
        organizations={await listOrganizationNames(viewer)}
        submitLabel="Save"
      />
    </div>
  )
}
