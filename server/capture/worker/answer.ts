import { extractText, getDocumentProxy } from 'unpdf'
import PostalMime from 'postal-mime'
import { readHtml, type ReadPage } from './html'

/** What the parent asks for: the kind of document. */
export type ReadOrder = { type: 'html' | 'mht' | 'pdf'; url: string }
export type ReadAnswer = { ok: true; page: ReadPage } | { ok: false; reason: 'damaged' | 'empty' }

const MOST_PAGES = 300

/** The words of a document, or why there are none. */
export async function answerFor(order: ReadOrder, bytes: Buffer): Promise<ReadAnswer> {
  try {
    return await read(order, bytes)
  } catch {
    return { ok: false, reason: 'damaged' }
  }
}

async function read({ type, url }: ReadOrder, bytes: Buffer): Promise<ReadAnswer> {
  const page = await (type === 'pdf'
    ? readPdf(bytes)
    : type === 'mht'
      ? readMht(bytes)
      : readHtml(decoded(bytes), url))
  return page.text.trim() === '' ? { ok: false, reason: 'empty' } : { ok: true, page }
}

/** A page with the pictures around it, as browsers save it in one file (RFC 2557). */
async function readMht(bytes: Buffer): Promise<ReadPage> {
  const mail = await new PostalMime().parse(bytes)
  const snapshot = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value ?? ''
  const html = mail.html ?? ''
  if (html !== '') return readHtml(html, snapshot)
  return { ...empty, text: mail.text ?? '', title: mail.subject ?? '', url: snapshot }
}

const empty: ReadPage = {
  text: '',
  title: '',
  publisher: '',
  author: '',
  published: '',
  url: '',
  captions: [],
}

async function readPdf(bytes: Buffer): Promise<ReadPage> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  if (document.numPages > MOST_PAGES) throw new RangeError('too many pages')
  const { text } = await extractText(document, { mergePages: false })
  return { ...empty, text: paragraphs(text.join('\n')) }
}

/** A page of a PDF breaks lines anywhere; a paragraph ends with its last sentence. */
function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/u)
    .map((block) =>
      block
        .replace(/-\n(?=\p{Ll})/gu, '')
        .replace(/(?<![.!?:"”’»])\n/gu, ' ')
        .replace(/(?<=[.!?"”’»])\n(?=\p{Ll})/gu, ' '),
    )
    .join('\n\n')
}

/** The text of a page in the encoding that it names, UTF-8 where it names none. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const named = /<meta[^>]+charset=["']?\s*([\w-]{2,20})/iu.exec(
    bytes.subarray(0, 4_096).toString('latin1'),
  )?.[1]
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}
