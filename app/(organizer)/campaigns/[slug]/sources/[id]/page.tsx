import type { Metadata } from 'next'
import { TrashForm } from '@/components/trash/trash-form'
import { CapturedText } from '@/components/source/captured-text'
import { PassageList } from '@/components/source/passage-list'
import { SourceFacts } from '@/components/source/source-facts'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { orNotFound } from '@/server/pages'
import { getSource } from '@/server/sources/queries'
import { RecordHistory } from '../../../../record-history'
import { moveRecordToTrash } from '../../../../trash/actions'

type Props = PageProps<'/campaigns/[slug]/sources/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const source = await orNotFound(getSource(await requireViewer(), (await params).id))
  return { title: source.title }
}

export default async function SourcePage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const { passage } = await searchParams
  const source = await orNotFound(getSource(viewer, id))
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <h2 className="max-w-prose text-2xl">
          <bdi>{source.title}</bdi>
        </h2>
        {viewer.role !== 'viewer' && (
          <ButtonLink tone="quiet" href={`/campaigns/${slug}/entries/new?source=${id}`}>
            Log what it tells
          </ButtonLink>
        )}
        {mayPublish(viewer) && (
          <ButtonLink tone="quiet" href={`/campaigns/${slug}/sources/${id}/edit`}>
            Edit
          </ButtonLink>
        )}
      </div>
      <SourceFacts source={source} />
      {source.pictures.length > 0 && (
        <Section title="Pictures it shows" level={3}>
          <ol className="max-w-prose list-decimal space-y-3 pl-5">
            {source.pictures.map(({ id: picture, caption, credit }) => (
              <li key={picture}>
                <bdi>{caption}</bdi>
                {credit && <span className="text-muted"> ({credit})</span>}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title="What rests on it" level={3}>
        {source.passages.length > 0 ? (
          <PassageList passages={source.passages} text={source.capturedText} />
        ) : (
          <p className="text-muted">Nothing cites it yet.</p>
        )}
      </Section>
      {source.capturedText !== '' && (
        <Section title="Captured text" level={3}>
          <CapturedText
            text={source.capturedText}
            passages={source.passages}
            asked={typeof passage === 'string' ? passage : undefined}
          />
        </Section>
      )}
      <RecordHistory
        {...{ viewer, id }}
        record="source"
        here={`/campaigns/${slug}/sources/${id}`}
        mayRestore={mayPublish(viewer)}
        level={3}
      />
      {mayPublish(viewer) && (
        <TrashForm
          action={moveRecordToTrash.bind(null, { record: 'source', id: id, trash: '/trash' })}
        />
      )}
    </>
  )
}
