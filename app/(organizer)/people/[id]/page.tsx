import type { Metadata } from 'next'
import { TrashForm } from '@/components/trash/trash-form'
import { Accounts, Appearances } from '@/components/person/appearances'
import { FormerNames } from '@/components/person/former-names'
import { PersonForm } from '@/components/person/person-form'
import { ButtonLink } from '@/components/ui/button'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ListPages } from '@/components/ui/list-pages'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { consentLabels } from '@/lib/schemas/words'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { MergedNotices } from '../../merged-notices'
import { listParams, readPerson } from '../../read-record'
import { RecordHistory } from '../../record-history'
import { moveRecordToTrash } from '../../trash/actions'
import { saveFormerName, savePerson } from '../actions'

type Props = PageProps<'/people/[id]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const person = await readPerson((await params).id, await searchParams)
  return { title: person.name }
}

export default async function PersonPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const query = await searchParams
  const person = await readPerson((await params).id, query)
  const lists = {
    here: `/people/${person.id}`,
    query: listParams(query, 'appearances', 'accounts'),
  }
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
      {consentReason && (
        <p dir="auto" className="mb-8">
          {consentReason}
        </p>
      )}
      <Section title="Appearances" id="appearances">
        {appearances.count > 0 ? (
          <Appearances appearances={appearances.items} />
        ) : (
          <p className="text-muted">No entry names this person as taking part.</p>
        )}
        <ListPages {...lists} page={appearances} name="appearances" label="appearances" />
      </Section>
      {accounts.count > 0 && (
        <Section title={`According to ${name}`} id="accounts">
          <Accounts accounts={accounts.items} />
          <ListPages {...lists} page={accounts} name="accounts" label="accounts" />
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
      <FormerNames
        names={person.formerNames}
        action={mayPublish(viewer) ? saveFormerName.bind(null, { id }) : null}
      />
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
