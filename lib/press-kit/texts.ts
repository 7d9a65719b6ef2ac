import { blocks as paragraphs, line, numbered, quoted } from '../formats/markdown-text'
import type { Block, KitPicture } from './blocks'

/** A document in Markdown; nothing that people wrote is taken for markup. */
export function asMarkdown(blocks: Block[]): string {
  return blocks.map(markdown).join('\n')
}

function markdown(block: Block): string {
  if ('heading' in block) return `${'#'.repeat(block.level)} ${line(block.heading)}\n`
  if ('text' in block) return paragraphs([block.text]).join('\n')
  if ('quote' in block) return `${quoted(block.quote)}>\n> — ${line(block.by)}\n`
  const { items, numbers } = block
  return items
    .map((item, at) => {
      const number = numbers?.[at]
      return number === undefined ? `- ${line(item)}\n` : numbered(number, line(item))
    })
    .join('')
}

/** The same as plain text, for any editor. */
export function asPlainText(blocks: Block[]): string {
  return blocks.map(plain).join('\n')
}

const UNDERLINES = { 1: '=', 2: '-', 3: '' } as const

function plain(block: Block): string {
  if ('heading' in block) {
    const heading = oneLine(block.heading)
    const under = UNDERLINES[block.level].repeat(Math.min([...heading].length, 72))
    return `${heading}\n${under && `${under}\n`}`
  }
  if ('text' in block) return `${block.text.trim()}\n`
  if ('quote' in block) return `“${block.quote.trim()}”\n— ${oneLine(block.by)}\n`
  const { items, numbers } = block
  return items.map((item, at) => `${numbers ? `${numbers[at]}.` : '-'} ${oneLine(item)}\n`).join('')
}

/** What stands beside a picture, as a file of its own. */
export function captionText({ file, caption, credit, alt }: KitPicture, of: string): string {
  const lines = [
    `File: ${file}`,
    `Of: ${oneLine(of)}`,
    caption && `Caption: ${oneLine(caption)}`,
    credit && `Credit: ${oneLine(credit)}`,
    alt && `What can be seen: ${oneLine(alt)}`,
  ]
  return `${lines.filter(Boolean).join('\n')}\n`
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
