import type { Metadata } from 'next'
import { PersonForm } from '@/components/person/person-form'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { Directory } from '../directory'
import { addPerson } from './actions'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ searchParams }: PageProps<'/people'>) {
  const viewer = await requireViewer()
  return (
    <>
      <PageHeader
        title="People"
        lead="People who spoke, organized or witnessed. Shares show nobody until an editor allows it, with a reason."
      />
      <Directory
        viewer={viewer}
        record="person"
        here="/people"
        label="Name, or another name"
        query={await searchParams}
      />
      {mayPublish(viewer) && (
        <div className="mt-10">
          <Section title="Add a person">
            <div className="max-w-prose">
              <PersonForm
                action={addPerson}
                initial={{ consent: 'hidden' }}
                submitLabel="Add the person"
              />
            </div>
          </Section>
        </div>
      )}
    </>
  )
}
