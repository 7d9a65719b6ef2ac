import type { Metadata } from 'next'
import { TrashForm } from '@/components/trash/trash-form'
import { Accounts, Appearances } from '@/components/person/appearances'
import { PersonForm } from '@/components/person/person-form'
import { ButtonLink } from '@/components/ui/button'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { consentLabels } from '@/lib/schemas/words'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { orNotFound } from '@/server/pages'
import { getPerson } from '@/server/people/queries'
import { MergedNotices } from '../../merged-notices'
import { RecordHistory } from '../../record-history'
import { moveRecordToTrash } from '../../trash/actions'
import { savePerson } from '../actions'

type Props = PageProps<'/people/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await orNotFound(getPerson(await requireViewer(), (await params).id))
  return { title: person.name }
}

export default async function PersonPage({ params }: Props) {
  const viewer = await requireViewer()
  const person = await orNotFound(getPerson(viewer, (await params).id))
  const { id, name, otherNames, consent, consentReason, version, appearances, accounts } = person
  return (
    <>
      <Breadcrumbs items={[{ label: 'People', href: '/people' }, { label: name }]} />
      <MergedNotices {...{ viewer, id }} record="person" home={`/people/${id}`} />
      <PageHeader
        actions={
          mayPublish(viewer) && (
            <ButtonLink tone="quiet" href={`/people/${id}/merge`}>
              Merge
            </ButtonLink>
          )
        }
        title={<bdi>{name}</bdi>}
        eyebrow={<Tag>{consentLabels[consent]}</Tag>}
      />
      {consentReason && <p className="mb-8">{consentReason}</p>}
      <Section title="Appearances">
        {appearances.length > 0 ? (
          <Appearances appearances={appearances} />
        ) : (
          <p className="text-muted">No entry names this person as taking part.</p>
        )}
      </Section>
      {accounts.length > 0 && (
        <Section title={`According to ${name}`}>
          <Accounts accounts={accounts} />
        </Section>
      )}
      {mayPublish(viewer) && (
        <Section title="Names and consent">
          <div className="max-w-prose">
            <PersonForm
              action={savePerson.bind(null, { id })}
              initial={{
                ...{ name, consent, consentReason, version: String(version) },
                otherNames: otherNames.join('; '),
              }}
              submitLabel="Save"
            />
          </div>
        </Section>
      )}
      <RecordHistory
        {...{ viewer, id }}
        record="person"
        here={`/people/${id}`}
        mayRestore={mayPublish(viewer)}
      />
      {mayPublish(viewer) && (
        <TrashForm
          action={moveRecordToTrash.bind(null, { record: 'person', id: id, trash: '/trash' })}
        />
      )}
    </>
  )
}
