import 'server-only'
import { todayIn } from '@/lib/dates/days'
import {
  exportFileName,
  exportFormat,
  exportFormatNames,
  isExportFormat,
} from '@/lib/exports/formats'
import { getCampaign } from '../../campaigns/queries'
import { notFound } from '../../errors'
import { filterAsked } from '../../exports/asked'
import { spoolExport } from '../../exports/spool'
import { requireWholeWorkspace } from '../../in-campaign'
import { param, type Answer, type Call, type Endpoint } from '../endpoint'
import { filterQuery } from './entries'

const group = 'Exports'
const formats = exportFormatNames.join(', ')

async function file(call: Call, slug: string | null): Promise<Answer> {
  const format = param(call, 'format')
  if (!isExportFormat(format)) throw notFound('format')
  const filter = filterAsked(call.query, slug)
  return {
    file: await spoolExport(call.viewer, { format, slug, filter }),
    name: exportFileName(format, slug, todayIn('UTC')),
    type: exportFormat(format).type,
  }
}

/** The record as files. */
export const exportEndpoints: Endpoint[] = [
  {
    ...{ name: 'exportCampaign', method: 'GET', path: '/campaigns/{campaign}/exports/{format}' },
    group,
    summary: `Exports a campaign as a file, filtered like the timeline. Formats: ${formats}. X-Throughline-Loss names what the format cannot carry.`,
    ...{ scope: 'read', status: 200, answer: null, query: filterQuery },
    run: async (call) => {
      const { slug } = await getCampaign(call.viewer, param(call, 'campaign'))
      return file(call, slug)
    },
  },
  {
    ...{ name: 'exportWorkspace', method: 'GET', path: '/exports/{format}', group },
    summary:
      'Exports the whole workspace as a file, in a format that holds several campaigns: json, or zip with the photos.',
    ...{ scope: 'read', status: 200, answer: null },
    run: async (call) => {
      requireWholeWorkspace(call.viewer)
      return file(call, null)
    },
  },
]
