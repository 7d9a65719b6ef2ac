import type { Metadata } from 'next'
import { ArticleForm } from '@/components/capture/article-form'
import { Bookmarklet } from '@/components/capture/bookmarklet'
import { ArticleUpload } from '@/components/capture/article-upload'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { readArticle } from './actions'

export const metadata: Metadata = { title: 'From an article' }

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

/** The door for articles: pasted, uploaded, or handed over by the phone's share sheet (`title`, `text`, `url`). */
export default async function CapturePage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/capture'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  if (viewer.role === 'viewer')
    return <EmptyState title="Only contributors and editors can add entries from articles" />
  const query = await searchParams
  const shared = [one(query.title), one(query.text)].filter(Boolean).join('\n\n')
  const trouble = one(query.trouble)
  return (
    <div className="max-w-prose">
      <h2 className="mb-2 text-2xl">From an article</h2>
      <p className="text-muted mb-6">
        Paste an article or a whole page. Its facts are proposed as draft entries, each beside the
        words it came from. You decide what goes into the record. Everything is read on this server;
        nothing is sent anywhere.
      </p>
      {trouble && (
        <div className="mb-6">
          <Notice tone="error" title="This file could not be read.">
            <p>{trouble}</p>
          </Notice>
        </div>
      )}
      <ArticleForm
        action={readArticle.bind(null, {
          slug,
          habits: dateHabitsOf(campaign, todayIn(campaign.timeZone)),
        })}
        initial={{ text: shared, url: one(query.url) }}
      />
      <ArticleUpload slug={slug} />
      <Bookmarklet home={`/campaigns/${slug}/capture`} />
    </div>
  )
}
