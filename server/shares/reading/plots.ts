import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { plotNames, type PlotData, type PlotName } from '@/lib/plots/plots'
import type { ShownOf } from '@/lib/people/shown'
import type { SharedHead } from '@/lib/shares/record'
import type { TimelineFilter } from '@/lib/timeline/filters'
import type { ShareReader } from '../../auth/viewer'
import { notFound } from '../../errors'
import { readPlotData } from '../../plots/read'
import { demandsTouched } from './demands'
import { withLinkIds } from './link-ids'
import { readingOf } from './read'
import { shownTime } from './shown-time'
import type { OpenTerms, ShareTerms } from './terms'
import { wholeRecord } from './whole-record'

/** Plots of a link; moments are ISO timestamps. */
export type SharedPlots = {
  campaign: SharedHead
  terms: OpenTerms
  plots: ShownOf<PlotData>[]
  filter: TimelineFilter
  updatedAt: string
}

/**
 * The plots that a link has: those of a whole campaign or of its ledger, where it shows what they
 * are drawn from. Without actions or responses among its lanes, a link would draw a silence that is
 * its own.
 */
export function plotsOf({ scope, rules }: ShareTerms): PlotName[] {
  if (scope !== 'campaign' && scope !== 'ledger') return []
  const { fields, lanes } = rules
  const standings = fields.includes('demands') && fields.includes('standings')
  return plotNames.filter((name) => {
    switch (name) {
      case 'standings':
        return standings
      case 'responses':
      case 'actions':
        return standings && lanes.includes('action') && lanes.includes('response')
      case 'entries':
        return scope === 'campaign'
      case 'crowds':
        return scope === 'campaign' && fields.includes('crowd') && lanes.includes('action')
    }
  })
}

/**
 * Reads plots over what a link shows and nothing else; ids are the link's own.
 *
 * @param names the plots asked for; all that the link has by default.
 * @throws AppError `not_found` where the link is gone or has none of them.
 */
export async function readSharedPlots(
  reader: ShareReader,
  { filter, names, whole = false }: { filter: TimelineFilter; names?: PlotName[]; whole?: boolean },
): Promise<SharedPlots> {
  return readingOf(reader, async (context) => {
    const { tx, terms, campaign, entries } = context
    const wanted = plotsOf(terms).filter((name) => names?.includes(name) ?? true)
    if (wanted.length === 0) throw notFound('plot')
    const { filter: asked, entries: shown } = await context.narrowed(filter)
    const plots = await readPlotData(
      {
        ...{ tx, viewer: reader, campaignId: reader.campaignId, timeZone: campaign.timeZone },
        ...{ filter: asked, known: entries, shown, time: shownTime(context.rules) },
        withhold: (text) => text,
        entriesFor: async (one) => (await context.narrowed(one)).entries,
        ...{ assessed: Prisma.sql`true`, record: wholeRecord(reader) },
        demands: await demandsTouched(context),
      },
      wanted,
      whole,
    )
    return {
      ...{ campaign, terms, filter: asked },
      updatedAt: (await context.lastChange()).toISOString(),
      plots: withLinkIds(reader, plots).map(
        (data) =>
          ({
            ...context.names.showAll(withoutDemands(data, terms)),
            name: data.name,
          }) as ShownOf<PlotData>,
      ),
    }
  })
}

// That entries raise demands is told of demands.
function withoutDemands(data: PlotData, { rules }: ShareTerms): PlotData {
  if (data.name !== 'entries' || rules.fields.includes('demands')) return data
  return { ...data, months: data.months.filter(({ lane }) => lane !== 'demand') }
}
