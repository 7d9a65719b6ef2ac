import 'server-only'
import { z } from 'zod'
import { readText } from '@/lib/capture/read-text'
import type { CaptureDocument, CaptureMeta } from '@/lib/capture/types'
import { AppError } from '../errors'
import { runProgram, NoAnswer } from '../own-process'
import { Turns } from '../turns'

/** What a document is, by what it holds. */
export type DocumentType = 'text' | 'html' | 'mht' | 'pdf'

/** The largest document, in bytes. */
export const LARGEST_DOCUMENT = 5_000_000
const PROGRAM = {
  ...{ name: 'read-document', clockMs: 2_000, memoryMb: 256 },
  longest: 4 * LARGEST_DOCUMENT,
}
const turns = new Turns({ atOnce: 2, waiting: 20 })

const pageSchema = z.strictObject({
  text: z.string(),
  title: z.string(),
  publisher: z.string(),
  author: z.string(),
  published: z.string(),
  url: z.string(),
  captions: z.array(z.strictObject({ caption: z.string(), credit: z.string() })).max(100),
})
const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), page: pageSchema }),
  z.object({ ok: z.literal(false), reason: z.enum(['damaged', 'empty']) }),
])

/** The kind of a document by its first bytes, whatever its name says. */
export function documentType(bytes: Uint8Array): DocumentType {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1')
  if (head.startsWith('%PDF-')) return 'pdf'
  if (
    /^(?:from|mime-version|content-type|snapshot-content-location|subject|date):/imu.test(head) &&
    /multipart\/related|snapshot-content-location/iu.test(head)
  )
    return 'mht'
  return /<!doctype html|<html|<(?:p|div|article|body|h1|meta|span|section)[\s>]/iu.test(head)
    ? 'html'
    : 'text'
}

/**
 * Reads a document that somebody pasted, uploaded or sent from their browser. Markup is read in a process of
 * its own with a clock of 2 s and 256 MB; nothing is fetched and no script runs.
 *
 * @param given what is known beside it, such as the day it was published, which goes before what it says.
 * @throws AppError `invalid` in words for what cannot be read, `unavailable` where too many wait.
 */
export async function readDocument(
  bytes: Uint8Array,
  type: DocumentType,
  given: Partial<CaptureMeta> = {},
): Promise<CaptureDocument> {
  if (bytes.length > LARGEST_DOCUMENT)
    throw new AppError(
      'invalid',
      'This document is larger than 5 MB. Paste the text of the article instead.',
    )
  if (type === 'text') return fromText(Buffer.from(bytes).toString('utf8'), given)
  const said = await turns.take(() => readApart(bytes, type, given.url ?? ''))
  if (!said)
    throw new AppError('unavailable', 'Too many documents are being read. Try again in a moment.')
  return documentSaid(JSON.parse(said), given)
}

/**
 * The document in what the reading process says.
 *
 * @throws AppError `invalid` in words where there is none.
 */
export function documentSaid(said: unknown, given: Partial<CaptureMeta> = {}): CaptureDocument {
  const answer = answerSchema.parse(said)
  if (!answer.ok) throw refused(answer.reason)
  const { text, captions, ...meta } = answer.page
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value))
  return fromText(text, { ...meta, published: meta.published || null, ...known }, captions)
}

function fromText(
  text: string,
  meta: Partial<CaptureMeta>,
  captions: { caption: string; credit: string }[] = [],
): CaptureDocument {
  const document = readText(text, {
    ...meta,
    captions: captions.map((caption) => ({ ...caption, passage: null })),
  })
  if (document.text === '') throw refused('empty')
  return document
}

function refused(reason: 'damaged' | 'empty' | 'slow'): AppError {
  if (reason === 'empty')
    return new AppError(
      'invalid',
      'There is no text in this document. If it is a scan, type or paste the words.',
    )
  return new AppError(
    'invalid',
    reason === 'slow'
      ? 'This page is too intricate to be read. Copy its text and paste that instead.'
      : 'This document is damaged or not what it claims to be. Copy its text and paste that instead.',
  )
}

async function readApart(
  bytes: Uint8Array,
  type: Exclude<DocumentType, 'text'>,
  url: string,
): Promise<string> {
  try {
    return await runProgram(PROGRAM, { type, url }, bytes)
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    throw refused(error.why === 'slow' ? 'slow' : 'damaged')
  }
}
