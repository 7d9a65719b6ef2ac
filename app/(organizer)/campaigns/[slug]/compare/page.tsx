import type { Metadata } from 'next'
import { ComparedSides } from '@/components/timeline/compared-sides'
import { Button } from '@/components/ui/button'
import { firstParam, timelineHref } from '@/lib/timeline/address'
import { findName } from '@/lib/timeline/facets'
import { noFilter } from '@/lib/timeline/filters'
import { requireViewer } from '@/server/auth/session'
import { listCampaigns } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { readSide, type Side } from '@/server/timeline/compare'
import { readFrame } from '@/server/timeline/timeline'

export const metadata: Metadata = { title: 'Compare' }

/** Two campaigns, or two organizations within this one, above each other on one scale of time. */
export default async function ComparePage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/compare'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const find = firstParam(query, findName('org'))?.slice(0, 100) ?? ''
  const { campaign, choices } = await orNotFound(
    readFrame(viewer, { slug, filter: noFilter, panel: { find: find ? { org: find } : {} } }),
  )
  const options = {
    Campaigns: (await listCampaigns(viewer)).map((one) => ({
      value: `campaign:${one.slug}`,
      label: one.title,
    })),
    'Organizations in this campaign': (choices?.org.offered ?? []).map((one) => ({
      value: `org:${one.value}`,
      label: one.label,
    })),
  }
  const isOffered = (value: string) =>
    Object.values(options).some((list) => list.some((one) => one.value === value))
  const here = { slug, campaignId: campaign.id }
  const wanted = {
    a: firstParam(query, 'a') ?? `campaign:${slug}`,
    b: firstParam(query, 'b') ?? '',
  }
  const read = {
    a: await readSide(viewer, here, wanted.a),
    b: await readSide(viewer, here, wanted.b),
  }
  const sides = [read.a, read.b].filter((side): side is Side => side !== null)
  const all = choices?.org.all ?? 0
  const offered = choices?.org.offered.length ?? 0
  const more = find !== '' || all > offered
  return (
    <div data-soft>
      <h2 className="mb-4 text-2xl">Compare</h2>
      <form
        action={`/campaigns/${slug}/compare`}
        className="chrome mb-8 flex flex-wrap items-end gap-4"
        key={`${wanted.a} ${wanted.b} ${find}`}
      >
        {(['a', 'b'] as const).map((name) => (
          <div key={name} className="min-w-0 flex-1 basis-64">
            <label htmlFor={`compare-${name}`} className="font-semibold">
              {name === 'a' ? 'Above' : 'Below'}
            </label>
            <select
              id={`compare-${name}`}
              name={name}
              defaultValue={wanted[name]}
              className="control mt-1"
            >
              <option value="">Choose one</option>
              {read[name] && !isOffered(wanted[name]) && (
                <option value={wanted[name]}>{read[name].label}</option>
              )}
              {Object.entries(options).map(([group, list]) => (
                <optgroup key={group} label={group}>
                  {list.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
        ))}
        <Button type="submit">Compare</Button>
        {more && (
          <div className="basis-full">
            <label htmlFor="compare-find" className="text-muted text-sm">
              {find === ''
                ? `The lists hold the first ${offered} of ${all.toLocaleString('en')} organizations. Find another:`
                : `${all.toLocaleString('en')} organizations found, ${all > offered ? `the first ${offered}` : 'now'} in both lists. Find another:`}
            </label>
            <div className="mt-1 flex max-w-md gap-2">
              <input
                id="compare-find"
                name={findName('org')}
                defaultValue={find}
                maxLength={100}
                autoComplete="off"
                className="control min-w-0"
              />
              <Button type="submit" tone="quiet">
                Find
              </Button>
            </div>
          </div>
        )}
      </form>
      <ComparedSides
        sides={sides.map(({ label, counts, slug: of, organization }) => {
          const filter = { ...noFilter, organizations: organization ? [organization] : [] }
          return {
            label,
            counts,
            href: timelineHref(of, 'story', filter),
            hrefAt: (at: string) => timelineHref(of, 'story', filter, { at }),
          }
        })}
      />
      <p className="chrome mt-8">
        <a
          href={timelineHref(slug, 'story', noFilter)}
          className="inline-flex min-h-11 items-center"
        >
          Back to the story
        </a>
      </p>
    </div>
  )
}
