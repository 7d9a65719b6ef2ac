import { TrashForm } from '@/components/trash/trash-form'
import { CapturedText } from '@/components/source/captured-text'
import { CiteForm } from '@/components/source/cite-form'
import { PassageList } from '@/components/source/passage-list'
import { SourceFacts } from '@/components/source/source-facts'
import { ButtonLink } from '@/components/ui/button'
import { ListPages } from '@/components/ui/list-pages'
import { Section } from '@/components/ui/section'
import { mayPublish, type Organizer } from '@/server/auth/viewer'
import { citeWords } from './cite-actions'
import { MergedNotices } from './merged-notices'
import { listParams, readSource, type Query } from './read-record'
import { RecordComments } from './record-comments'
import { RecordHistory } from './record-history'
import { moveRecordToTrash } from './trash/actions'

/** The element that shows the captured text and nothing else. */
const TEXT = 'captured-text'

/** A source with what rests on it; `base` is the list in which it is read. */
export async function SourceView({
  viewer,
  id,
  base,
  query,
  campaignId,
  log,
}: {
  viewer: Organizer
  id: string
  base: string
  /** The address's parameters: which page of passages, or the one passage that was asked for. */
  query: Query
  /** The campaign in which it is read. */
  campaignId?: string
  /** Where an entry is logged from it. */
  log?: { label: string; href: string }
}) {
  const home = `${base}/${id}`
  // Inside a campaign its title is the first heading.
  const [Heading, level] = base === '/sources' ? (['h1', 2] as const) : (['h2', 3] as const)
  const source = await readSource(id, query)
  const { passages } = source
  const asked = listParams(query, 'passages', 'passage')
  return (
    <>
      <MergedNotices {...{ viewer, id, home }} record="source" />
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <Heading className="max-w-prose text-2xl">
          <bdi>{source.title}</bdi>
        </Heading>
        <div className="chrome flex flex-wrap gap-3">
          {log && source.capturedText !== '' && viewer.role !== 'viewer' && (
            <ButtonLink tone="quiet" href={`${home}/capture`}>
              Propose entries
            </ButtonLink>
          )}
          {log && viewer.role !== 'viewer' && (
            <ButtonLink tone="quiet" href={log.href}>
              {log.label}
            </ButtonLink>
          )}
          {mayPublish(viewer) && (
            <>
              <ButtonLink tone="quiet" href={`${home}/edit`}>
                Edit
              </ButtonLink>
              <ButtonLink tone="quiet" href={`/sources/${id}/merge`}>
                Merge
              </ButtonLink>
            </>
          )}
        </div>
      </div>
      <SourceFacts source={source} />
      {source.pictures.length > 0 && (
        <Section title="Pictures in this source" level={level}>
          <ol className="max-w-prose list-decimal space-y-3 pl-5">
            {source.pictures.map(({ id: picture, caption, credit }) => (
              <li key={picture}>
                <bdi>{caption}</bdi>
                {credit && (
                  <span className="text-muted">
                    {' '}
                    (<bdi>{credit}</bdi>)
                  </span>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title="Cited by" level={level} id="passages">
        {passages.count > 0 ? (
          <PassageList passages={passages.items} text={source.capturedText} />
        ) : (
          <p className="text-muted">Not cited yet.</p>
        )}
        <ListPages page={passages} name="passages" label="passages" here={home} query={{}} />
      </Section>
      <Section title="Captured text" level={level}>
        {source.capturedText === '' ? (
          <p className="text-muted">
            No captured text yet. Once an editor pastes it under Edit, you can cite passages from it
            here.
          </p>
        ) : (
          <CapturedText
            id={TEXT}
            text={source.capturedText}
            passages={passages.items}
            asked={asked.passage}
          />
        )}
      </Section>
      {source.capturedText !== '' && viewer.role !== 'viewer' && (
        <div className="chrome mt-10">
          <Section title="Cite" level={level}>
            <CiteForm
              // Words that were cited are done with.
              key={asked.passage}
              action={citeWords.bind(null, { id, home })}
              textId={TEXT}
              campaignId={campaignId}
            />
          </Section>
        </div>
      )}
      <RecordComments {...{ viewer, id, level }} record="source" />
      <RecordHistory
        {...{ viewer, id }}
        record="source"
        here={home}
        mayRestore={mayPublish(viewer)}
        level={level}
      />
      {mayPublish(viewer) && (
        <TrashForm
          action={moveRecordToTrash.bind(null, { record: 'source', id: id, trash: '/trash' })}
        />
      )}
    </>
  )
}
