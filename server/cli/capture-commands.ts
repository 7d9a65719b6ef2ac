import 'server-only'
import { open } from 'node:fs/promises'
import { capture } from '@/lib/capture/capture'
import { withoutText } from '@/lib/capture/entry-values'
import type { CaptureDocument, CaptureResult } from '@/lib/capture/types'
import { todayIn } from '@/lib/dates/days'
import { getCampaign } from '../campaigns/queries'
import { captureDirectory, emptyDirectory } from '../capture/directory'
import { acceptDraft, proposalsOf } from '../capture/proposals'
import {
  documentType,
  LARGEST_DOCUMENT,
  readDocument,
  type DocumentType,
} from '../capture/read-document'
import { sourceOfDocument } from '../capture/save'
import {
  flag,
  optional,
  text,
  UsageError,
  type Answer,
  type Command,
  type Options,
} from './command'
import { operatorIn } from './workspace'

const TYPES = ['text', 'html', 'mht', 'pdf'] as const

/** Reads an article and prints the entries that it proposes; with --save it makes the drafts. */
export const captureCommand: Command = {
  usage:
    '<file> [--type text|html|mht|pdf] [--published <date>] [--url <address>] [--publisher <name>] [--title <text>] [--campaign <slug>] [--save] [--workspace <name or id>]',
  does: 'reads an article and prints the entries it proposes',
  options: {
    type: text,
    published: text,
    url: text,
    publisher: text,
    title: text,
    campaign: text,
    save: flag,
    workspace: text,
  },
  words: ['file'],
  run: async (options, [file = '']) => {
    const document = await documentOf(file, options)
    const slug = optional(options, 'campaign')
    if (options.save && !slug) throw new UsageError('--save needs --campaign.')
    if (!slug) return shown(capture(document, await emptyDirectory()))
    const operator = await operatorIn(options)
    const campaign = await getCampaign(operator, slug)
    if (!options.save) return shown(capture(document, await captureDirectory(operator)))
    const today = todayIn(campaign.timeZone)
    const source = await sourceOfDocument(operator, document, { campaign: campaign.id, today })
    const { proposals } = await proposalsOf(operator, slug, source)
    const entries: SavedDraft[] = []
    for (const { draft, alike } of proposals) {
      const known = { key: draft.key, title: draft.title, alike: alike.map(({ id }) => id) }
      // Whether two reports tell of one event is for a person to say, beside both texts.
      if (alike.length > 0) entries.push({ ...known, id: null, created: false })
      else {
        const made = await acceptDraft(operator, {
          slug,
          source,
          key: draft.key,
          status: 'draft',
          today,
        })
        entries.push({ ...known, title: made.title, id: made.id, created: !made.logged })
      }
    }
    return { json: { source, entries }, lines: entries.map(saidOf) }
  },
}

/** What became of one proposed entry: made, made before, or left because the record has one like it. */
type SavedDraft = {
  key: string
  title: string
  id: string | null
  created: boolean
  alike: string[]
}

function saidOf({ title, created, alike }: SavedDraft): string {
  if (created) return `draft          ${title}`
  if (alike.length === 0) return `already there  ${title}`
  return `looks known    ${title} (open the source and add it to the existing entry)`
}

async function documentOf(file: string, options: Options): Promise<CaptureDocument> {
  const bytes = await bytesOf(file)
  const named = optional(options, 'type')
  if (named !== undefined && !TYPES.some((type) => type === named))
    throw new UsageError(`--type is one of ${TYPES.join(', ')}.`)
  const type = (TYPES.find((one) => one === named) ?? documentType(bytes)) satisfies DocumentType
  const published = optional(options, 'published')
  if (published !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(published))
    throw new UsageError('--published is a day such as 2026-02-13.')
  return readDocument(bytes, type, {
    published: published ?? null,
    url: optional(options, 'url') ?? '',
    publisher: optional(options, 'publisher') ?? '',
    title: optional(options, 'title') ?? '',
  })
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const handle = await open(file).catch(() => {
    throw new UsageError(`The file ${file} does not exist or cannot be read.`)
  })
  try {
    const { size } = await handle.stat()
    if (size > LARGEST_DOCUMENT)
      throw new UsageError(
        'This document is larger than 5 MB. Save the text of the article instead.',
      )
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

function shown(result: CaptureResult): Answer {
  return {
    json: withoutText(result),
    lines: result.drafts.map(
      ({ kind, title, date }) => `${kind}  ${date?.value.edtf ?? 'no date'}  ${title}`,
    ),
  }
}
