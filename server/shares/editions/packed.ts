import 'server-only'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ZipFile } from 'yazl'
import { markFile } from '@/lib/shares/publisher'
import { requireShareReader, type ShareReader } from '../../auth/viewer'
import { AppError } from '../../errors'
import { Turns } from '../../turns'
import { readSharedMark } from '../reading/mark'
import { readSharedPhoto } from '../reading/photos'
import type { SharedEdition } from './editions'
import { publicKeyOf, signedBy } from './signing'

/** More bytes of pictures than these are named in the file, and not in it. */
const MOST_PICTURES = 64_000_000
const LIST = 'MANIFEST'

// One after the other: each stands in memory while it is packed.
const turns = new Turns({ atOnce: 1, waiting: 4 })

/** A page of an edition by the name of its file. */
type EditionPage = { name: string; html: string }

type Files = Map<string, Buffer>

/**
 * Packs an edition as one file to take away: its pages, its JSON, the pictures in it, how they look,
 * and a list of the SHA-256 of each, signed with the workspace's key. It holds what the link shows
 * of that edition now, and nothing else.
 *
 * @param pages made of that very edition.
 * @throws AppError `unavailable` when many are being packed.
 */
export async function packEdition(
  reader: ShareReader,
  edition: Pick<SharedEdition, 'number' | 'frozenAt' | 'content' | 'text' | 'terms'>,
  pages: readonly EditionPage[],
): Promise<Buffer> {
  requireShareReader(reader)
  const packed = await turns.take(async () => {
    const files: Files = new Map(pages.map(({ name, html }) => [name, Buffer.from(html)]))
    files.set(`edition-${edition.number}.json`, Buffer.from(edition.text))
    for (const [name, file] of await styles()) files.set(`style/${name}`, Buffer.from(file))
    const mark = edition.terms.publisher?.mark
    if (mark) files.set(markFile(mark), await readSharedMark(reader, mark.id))
    const left = await addPictures(reader, edition, files)
    files.set('README.txt', Buffer.from(readme(edition, left)))
    const list = Buffer.from(listOf(files))
    files.set(LIST, list)
    files.set(`${LIST}.sig`, signedBy(reader.workspaceId, list))
    files.set('KEY.pem', Buffer.from(publicKeyOf(reader.workspaceId)))
    return zipOf(files, `edition-${edition.number}`, new Date(edition.frozenAt))
  })
  if (packed) return packed
  throw new AppError(
    'unavailable',
    'Many editions are being packed at this moment. Try again in a few seconds.',
  )
}

/** The file of the public key, and the SHA-256 of it, by which a reader knows that it is this one. */
export function editionKey({ workspaceId }: ShareReader): { sha256: string } {
  return { sha256: sha256Of(Buffer.from(publicKeyOf(workspaceId))) }
}

// Which of them the link shows at this moment is asked for each of them once more.
async function addPictures(
  reader: ShareReader,
  { content }: Pick<SharedEdition, 'content'>,
  files: Files,
): Promise<string[]> {
  const left: string[] = []
  let size = 0
  for (const { id, files: names } of content.entries.flatMap(({ photos }) => photos)) {
    for (const name of names) {
      const path = `p/${id}/${name}`
      if (size <= MOST_PICTURES) {
        const { bytes } = await readSharedPhoto(reader, id, name)
        size += bytes.length
        if (size <= MOST_PICTURES) files.set(path, bytes)
      }
      if (!files.has(path)) left.push(path)
    }
  }
  return left
}

/** The style of shared pages, each sheet and font beside the sheet that names it, fonts with their licence. */
async function styles(): Promise<[string, string | Buffer][]> {
  const file = async (name: string) =>
    readFile(join(/* turbopackIgnore: true */ process.cwd(), 'public', name))
  const text = async (name: string) => (await file(name)).toString()
  const main = await text('share.css')
  const names = [...main.matchAll(/@import url\('\/([\w-]+\.css)'\);/g)].map(
    ([, name = '']) => name,
  )
  const others = await Promise.all(names.map(async (name) => [name, await text(name)] as const))
  const sheets = [['share.css', main] as const, ...others]
  const fonts = sheets
    .flatMap(([, css]) => [...css.matchAll(/url\('\/(fonts\/[\w.-]+)'\)/g)])
    .flatMap(([, name = '']) => [
      name,
      name.replace(/(-latin-ext|-vietnamese)?\.[0-9a-f]+\.woff2$/, '.OFL.txt'),
    ])
  return [
    ...sheets.map(([name, css]): [string, string] => [name, css.replaceAll("url('/", "url('")]),
    ...(await Promise.all(
      fonts.map(async (name): Promise<[string, Buffer]> => [name, await file(name)]),
    )),
  ]
}

/** One line a file, as `sha256sum -c` reads it. */
function listOf(files: Files): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => `${sha256Of(bytes)}  ${name}\n`)
    .join('')
}

function readme(
  { number, frozenAt }: { number: number; frozenAt: string },
  left: string[],
): string {
  return `Edition ${number} of a campaign record, frozen at ${frozenAt}.

index.html               the pages, to be opened in any browser
edition-${number}.json           the record as data
p/                       the pictures
style/                   how the pages look, with their fonts
mark/                    the publisher’s mark, if there is one
${LIST}                 the SHA-256 of each of these files
${LIST}.sig             its signature (Ed25519)
KEY.pem                  the publisher’s public key

Passages of sources that are quoted stand in the record. The sources themselves do not: they
belong to those who published them.${left.length > 0 ? `\n\nToo large for this file: ${left.join(', ')}.` : ''}

To check that no file was changed, in this folder:

  sha256sum -c ${LIST}

To check that the list comes from whoever has the key (OpenSSL 3):

  openssl pkeyutl -verify -pubin -inkey KEY.pem -rawin -in ${LIST} -sigfile ${LIST}.sig

To check whose key it is, compare this with what stands on the edition's page:

  sha256sum KEY.pem
`
}

async function zipOf(files: Files, folder: string, mtime: Date): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of files)
    zip.addBuffer(bytes, `${folder}/${name}`, { mtime, compress: !/^(p|mark)\//.test(name) })
  zip.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of zip.outputStream as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
