import 'server-only'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { readText } from '@/lib/capture/read-text'
import type { CaptureDocument, CaptureMeta } from '@/lib/capture/types'
import { AppError } from '../errors'
import { Turns } from '../turns'

/** What a document is, by what it holds. */
export type DocumentType = 'text' | 'html' | 'mht' | 'pdf'

/** The largest document, in bytes. */
export const LARGEST_DOCUMENT = 5_000_000
const CLOCK_MS = 2_000
/** Starting a process takes its time on a busy machine; that is no fault of the document. */
const START_MS = 8_000
const MEMORY_MB = 256
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
  const said = await turns.take(() => ask(bytes, type, given.url ?? ''))
  if (!said)
    throw new AppError('unavailable', 'Too many documents are being read. Try again in a moment.')
  const answer = answerSchema.parse(JSON.parse(said))
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

function ask(bytes: Uint8Array, type: Exclude<DocumentType, 'text'>, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = join(/* turbopackIgnore: true */ process.cwd(), 'dist', 'read-document.js')
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${MEMORY_MB}`, program, JSON.stringify({ type, url })],
      {
        stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
        // It needs nothing of ours: no secret, no database.
        env: { NODE_ENV: 'production' },
      },
    )
    let late = false
    const stop = () => {
      late = true
      child.kill('SIGKILL')
    }
    let limit = setTimeout(stop, START_MS)
    // Its first byte there says that it has started: from then on the clock runs.
    child.stdio[3]?.once('data', () => {
      clearTimeout(limit)
      limit = setTimeout(stop, CLOCK_MS)
    })
    const { stdin, stdout } = child
    if (!stdin || !stdout) return reject(refused('damaged'))
    const chunks: Buffer[] = []
    let size = 0
    stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > 4 * LARGEST_DOCUMENT) child.kill('SIGKILL')
      else chunks.push(chunk)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(limit)
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'))
      else reject(refused(late ? 'slow' : 'damaged'))
    })
    stdin.on('error', () => undefined)
    stdin.end(bytes)
  })
}
