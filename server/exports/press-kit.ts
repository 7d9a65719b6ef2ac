import 'server-only'
import { ZipFile } from 'yazl'
import { asMarkdown, asPlainText, captionText } from '@/lib/press-kit/texts'
import { pressKitBlocks, type KitPicture } from '@/lib/press-kit/blocks'
import { kitLoss } from '@/lib/press-kit/losses'
import type { LinkedEntry } from '@/lib/shares/record'
import type { Viewer } from '../auth/viewer'
import { AppError } from '../errors'
import type { PhotoFile } from '../photos/files'
import { readPressKit } from '../shares/reading/press-kit'
import type { ExportAsked, ExportDone, Sink } from './asked'

/** More bytes of pictures than these are named as missing, and not in it. */
const MOST_PICTURES = 64_000_000

type Files = Map<string, Buffer>
type Asked = Pick<ExportAsked, 'filter'> & { slug: string; lens: 'press' | 'public' }

/**
 * Writes a press kit as a folder: its text as Markdown and as plain text, each picture with its caption
 * and credit in a file beside it, and a list of what is there. It holds what a link of its lens would
 * show, and nothing else.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the campaign.
 */
export async function writePressKit(viewer: Viewer, asked: Asked, sink: Sink): Promise<ExportDone> {
  const kit = await readPressKit(viewer, asked)
  const { campaign, entries, publisher, now } = kit
  const pictures: Files = new Map()
  const shown = new Map<string, KitPicture[]>()
  let left = 0
  let size = 0
  for (const entry of entries)
    for (const photo of entry.photos) {
      const name = nameOf(photo.files)
      const bytes = size < MOST_PICTURES ? await pictureOf(kit.photo(photo.id, name)) : null
      if (!bytes || size + bytes.length > MOST_PICTURES) {
        left += 1
        continue
      }
      size += bytes.length
      const base = `pictures/${String(pictures.size / 2 + 1).padStart(3, '0')}`
      const picture = { ...photo, file: `${base}${name.slice(name.lastIndexOf('.'))}` }
      pictures.set(picture.file, bytes)
      pictures.set(`${base}.txt`, Buffer.from(captionText(picture, entry.title)))
      shown.set(entry.id, [...(shown.get(entry.id) ?? []), picture])
    }
  const loss = [
    ...kitLoss(kit),
    ...(left > 0 ? [left === 1 ? '1 picture' : `${left} pictures`] : []),
    ...(publisher?.mark ? ['the publisher’s mark'] : []),
  ]
  const blocks = pressKitBlocks(kit, ({ id }: LinkedEntry) => shown.get(id) ?? [], loss)
  const files: Files = new Map([
    ['press-kit.md', Buffer.from(asMarkdown(blocks))],
    ['press-kit.txt', Buffer.from(asPlainText(blocks))],
    ...pictures,
  ])
  files.set('CONTENTS.txt', Buffer.from(contents(campaign.title, files, loss, now)))
  await pack(files, now, sink)
  return { entries: entries.length, loss }
}

/** The largest JPEG, which every program opens, or the largest file. */
function nameOf(files: readonly string[]): string {
  const width = (name: string) => Number.parseInt(name, 10)
  const jpegs = files.filter((name) => name.endsWith('.jpg'))
  const [largest = ''] = (jpegs.length > 0 ? jpegs : [...files]).sort((a, b) => width(b) - width(a))
  return largest
}

// It may have been taken out of its entry since the texts were read.
async function pictureOf(read: Promise<PhotoFile>): Promise<Buffer | null> {
  try {
    return (await read).bytes
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}

function contents(title: string, files: Files, loss: string[], now: Date): string {
  const texts = [...files.keys()].filter((name) => name.startsWith('pictures/'))
  return `${title}: press kit of ${now.toISOString()}

press-kit.md    the campaign, its demands, what happened, what was said, and notes, in Markdown
press-kit.txt   the same as plain text
${texts.map((name) => `${name}\n`).join('')}
Each picture has its caption and its credit in the text file of the same number.
${loss.length > 0 ? `\nNot in this folder: ${loss.join('; ')}.\n` : ''}`
}

async function pack(files: Files, mtime: Date, sink: Sink): Promise<void> {
  const zip = new ZipFile()
  for (const [name, bytes] of files)
    zip.addBuffer(bytes, `press-kit/${name}`, { mtime, compress: !/\.(jpg|png|webp)$/.test(name) })
  zip.end()
  for await (const chunk of zip.outputStream as AsyncIterable<Uint8Array>) await sink(chunk)
}
