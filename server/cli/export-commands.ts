import 'server-only'
import { resolve } from 'node:path'
import {
  exportFormat,
  exportFormatNames,
  holdsWorkspace,
  isExportFormat,
  type ExportFormatName,
} from '@/lib/exports/formats'
import { lensLabels } from '@/lib/schemas/words'
import {
  isEmptyFilter,
  notUnderstood,
  readFilter,
  type TimelineFilter,
} from '@/lib/timeline/filters'
import { writeExport } from '../exports/export'
import { toFile } from '../exports/to-file'
import { optional, required, text, UsageError, type Command } from './command'
import { operatorIn } from './workspace'

/** Takes a campaign, a part of it or the whole workspace out into a file. */
export const exportCommand: Command = {
  usage: `[--campaign <slug>] --format ${exportFormatNames.join('|')} [--filter <query>] --out <file> [--workspace <name or id>]`,
  does: 'writes a campaign, or the whole workspace, to a file; --filter takes what follows the ? in a timeline’s address',
  options: { campaign: text, format: text, filter: text, out: text, workspace: text },
  words: [],
  run: async (options) => {
    const format = required(options, 'format')
    if (!isExportFormat(format))
      throw new UsageError(
        `Unknown format “${format}”. Choose one of: ${exportFormatNames.join(', ')}.`,
      )
    const slug = optional(options, 'campaign') ?? null
    if (slug === null && !holdsWorkspace(format))
      throw new UsageError('--campaign is missing: this format holds one campaign.')
    const filter = filterFrom(optional(options, 'filter') ?? '')
    if (slug === null && !isEmptyFilter(filter)) throw new UsageError('--filter needs --campaign.')
    const out = resolve(required(options, 'out'))
    const operator = await operatorIn(options)
    const { entries, sources, loss } = await toFile(out, (sink) =>
      writeExport(operator, { format, slug, filter }, sink),
    )
    return {
      json: {
        file: out,
        format,
        entries,
        ...(sources !== undefined && { sources }),
        notCarried: loss,
      },
      lines: [
        `${counted(sources ?? entries, sources === undefined ? ['entry', 'entries'] : ['source', 'sources'])} written to ${out}, ${seenBy(format)}`,
        loss.length === 0 ? 'Nothing was left out.' : `Not in this file: ${loss.join('; ')}.`,
      ],
    }
  },
}

function seenBy(format: ExportFormatName): string {
  const { lens } = exportFormat(format)
  return lens
    ? `as a link with the lens “${lensLabels[lens]}” shows them, people as they consented.`
    : 'as members see them. Consent for share links is not applied.'
}

// What an address ignores would widen what is written: here it is refused.
function filterFrom(query: string): TimelineFilter {
  const asked = new URLSearchParams(query.replace(/^\?/, ''))
  const lost = notUnderstood(asked)
  if (lost.length > 0) throw new UsageError(`--filter: “${lost.join('&')}” was not understood.`)
  return readFilter(asked)
}

function counted(n: number, [one, many]: [string, string]): string {
  return n === 1 ? `1 ${one}` : `${n.toLocaleString('en')} ${many}`
}
