import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { OwnPassword } from '@/components/form/own-password'
import { ChooseForm } from '@/components/share/choose-form'
import { MoreThanLens, SharePreview } from '@/components/share/share-preview'
import { Section } from '@/components/ui/section'
import { lensLabels } from '@/lib/schemas/words'
import { askedLink } from '@/lib/shares/asked'
import { showsMore } from '@/lib/shares/asks'
import { moreThanLens } from '@/lib/shares/lens'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { previewPath } from '@/server/shares/reading/preview-address'
import { getShare } from '@/server/shares/links/queries'
import { changeTerms } from '../../actions'

export const metadata: Metadata = { title: 'What a link shows' }

export default async function ShowsPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/shares/[id]/shows'>) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  if (!mayShare(viewer)) notFound()
  const share = await orNotFound(getShare(viewer, id))
  if (share.campaign.slug !== slug) notFound()
  const { lens, choices, scope, filter, entryId } = share
  const link = askedLink(await searchParams, {
    ...{ lens, choices, filter, scope, entry: entryId ?? '' },
  })
  // The scope of a link that exists stays, whatever the address says.
  const shown = { ...link, scope, filter, entry: entryId ?? '' }
  const changed =
    link.lens !== lens || JSON.stringify(link.choices) !== JSON.stringify(share.choices)
  const askPassword = showsMore(link, share) && !(await signedInRecently())
  const address = `/campaigns/${slug}/shares/${id}`
  return (
    <>
      <p className="mb-6">
        <a href={address}>{share.label || `${lensLabels[lens]} link`}</a>
      </p>
      <Section title="What the link shows">
        <ChooseForm address={`${address}/shows`} {...shown} />
      </Section>
      {changed && share.state === 'live' && (
        <Section title="Show this from now on">
          <div className="max-w-prose space-y-6">
            <MoreThanLens lens={link.lens} more={moreThanLens(link.lens, link.choices)} />
            <p>
              Anyone with the link sees this as soon as you press the button. Editions show as much
              of what was frozen as the link shows of the record, and no more.
            </p>
            <ActionForm
              action={changeTerms}
              initial={{
                share: id,
                lens: link.lens,
                choices: link.choices ? JSON.stringify(link.choices) : '',
              }}
              submitLabel="Show this"
              pendingLabel="Changing …"
            >
              <HiddenField name="share" />
              <HiddenField name="lens" />
              <HiddenField name="choices" />
              <OwnPassword
                ask={askPassword}
                hint="The link would show more than now: you last entered it more than ten minutes ago."
              />
            </ActionForm>
          </div>
        </Section>
      )}
      <SharePreview address={previewPath(slug, { ...shown, share: id })} made />
    </>
  )
}
