import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChooseForm } from '@/components/share/choose-form'
import { NothingShown } from '@/components/share/nothing-shown'
import { OpenPlaces } from '@/components/share/open-places'
import { PlaceMentions } from '@/components/share/place-mentions'
import { ShareForm } from '@/components/share/share-form'
import { MoreThanLens, SharePreview } from '@/components/share/share-preview'
import { Section } from '@/components/ui/section'
import { askedLink } from '@/lib/shares/asked'
import { moreThanLens, rulesOf } from '@/lib/shares/lens'
import { lensesInWords } from '@/lib/shares/lens-words'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { AppError } from '@/server/errors'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { countLenses } from '@/server/shares/reading/lens-counts'
import { listOpenPlaces } from '@/server/shares/reading/open-places'
import { listPlaceMentions } from '@/server/shares/reading/place-mentions'
import { previewShare } from '@/server/shares/reading/preview'
import { previewPath } from '@/server/shares/reading/preview-address'
import { decideNames, makeShare } from '../actions'

export const metadata: Metadata = { title: 'Create a link' }

export default async function NewSharePage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/shares/new'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  if (!mayShare(viewer)) notFound()
  const { id } = await orNotFound(getCampaign(viewer, slug))
  const link = askedLink(await searchParams, {
    ...{ lens: 'press', choices: null, scope: 'campaign', filter: '', entry: '' },
  })
  const address = `/campaigns/${slug}/shares/new`
  const preview = await previewShare(viewer, { campaignId: id, ...link }, NOTHING).catch(
    whatIsMissing,
  )
  if (typeof preview === 'string') {
    return (
      <Section title="What the link shows">
        <p role="alert" className="mb-6">
          {preview}
        </p>
        <ChooseForm address={address} {...link} />
      </Section>
    )
  }
  const { demands, count } = preview
  const lenses = lensesInWords(await countLenses(viewer, { campaignId: id, ...link }))
  const { people } = rulesOf(link.lens, link.choices)
  const open = await listOpenPlaces(viewer, id, null, [people])
  const mentioned = await listPlaceMentions(viewer, id)
  return (
    <>
      <Section title="What the link shows">
        <ChooseForm address={address} lenses={lenses} {...link} />
      </Section>
      <OpenPlaces {...open} decide={decideNames} />
      <PlaceMentions {...{ slug, ...mentioned }} />
      {count === 0 && demands.length === 0 && (
        <div className="mb-10 max-w-prose">
          <NothingShown slug={slug} entry={link.scope === 'entry' ? link.entry : ''} />
        </div>
      )}
      <Section title="Create this link">
        <div className="max-w-prose space-y-6">
          <MoreThanLens lens={link.lens} more={moreThanLens(link.lens, link.choices)} />
          <ShareForm
            {...link}
            action={makeShare}
            campaign={id}
            askPassword={!(await signedInRecently())}
            undecided={open.undecided}
            chosen
          />
        </div>
      </Section>
      <SharePreview address={previewPath(slug, link)} made={false} />
    </>
  )
}

// Only how much there is; the preview reads the rest itself.
const NOTHING = { order: 'newest', after: null, limit: 1 } as const

/** What the address does not say, such as which entry the link is of. */
function whatIsMissing(error: unknown): string {
  if (error instanceof AppError && error.code === 'invalid') return error.message
  throw error
}
