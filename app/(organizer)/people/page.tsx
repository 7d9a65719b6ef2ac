import type { Metadata } from 'next'
import { PersonForm } from '@/components/person/person-form'
import { PersonList } from '@/components/person/person-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { listPeople } from '@/server/people/queries'
import { addPerson } from './actions'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const viewer = await requireViewer()
  const people = await listPeople(viewer)
  return (
    <>
      <PageHeader
        title="People"
        lead="Who spoke, organized or saw. Nobody is shown in a share until somebody says so, with a reason."
      />
      {people.length > 0 ? (
        <PersonList people={people} />
      ) : (
        <EmptyState title="Nobody is recorded yet">
          <p>People come in with the entries at which they speak. You can also add one here.</p>
        </EmptyState>
      )}
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
