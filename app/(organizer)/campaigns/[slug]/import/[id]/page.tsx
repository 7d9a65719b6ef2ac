import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { ImportProgress, ImportResult } from '@/components/import/import-state'
import { ImportDraftList } from '@/components/import/import-drafts'
import { RecordResult } from '@/components/import/record-upload'
import { EmptyState } from '@/components/ui/empty-state'
import { requireViewer } from '@/server/auth/session'
import { draftsOfImport } from '@/server/imports/drafts'
import { getImport } from '@/server/imports/queries'
import { orNotFound } from '@/server/pages'
import { cancel, discard, goOn, undo } from '../actions'
import { Columns } from './columns'
import { Look } from './look'

export const metadata: Metadata = { title: 'Import' }

export default async function OneImportPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/import/[id]'>) {
  const viewer = await requireViewer()
  const at = await params
  if (viewer.role === 'viewer')
    return <EmptyState title="Importing requires the contributor role" />
  const state = await orNotFound(getImport(viewer, at.id))
  const { look, drafts } = await searchParams
  const head = (
    <h2 className="mb-6 text-2xl break-words" dir="auto">
      {state.name}
    </h2>
  )
  if (state.state === 'running')
    return (
      <>
        {head}
        <ImportProgress {...state} cancel={cancel.bind(null, at)} goOn={goOn.bind(null, at)} />
      </>
    )
  if (state.counts.record !== undefined)
    return (
      <>
        {head}
        <RecordResult
          state={state.state}
          entries={state.counts.record}
          slug={at.slug}
          undo={undo.bind(null, at)}
        />
      </>
    )
  if (state.state === 'done' && drafts !== undefined)
    return (
      <>
        {head}
        <ImportDraftList {...at} {...await orNotFound(draftsOfImport(viewer, at.id))} />
      </>
    )
  if (state.state !== 'waiting')
    return (
      <>
        {head}
        <ImportResult {...state} {...at} undo={undo.bind(null, at)} />
      </>
    )
  return (
    <>
      {head}
      {look === undefined ? <Columns viewer={viewer} at={at} /> : <Look viewer={viewer} at={at} />}
      <div className="mt-10">
        <ActionForm
          action={discard.bind(null, at)}
          submitLabel="Delete this file without importing it"
          pendingLabel="Deleting …"
          submitTone="danger"
        />
      </div>
    </>
  )
}
