/** Texts as paragraphs, each followed by an empty line. */
export function blocks(texts: string[]): string[] {
  return texts.filter((one) => one !== '').map((one) => `${paragraphs(one).join('\n\n')}\n`)
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((one) => one.split('\n').map(escaped).join('  \n'))
    .filter((one) => one.trim() !== '')
}

/** A text as a quotation. */
export function quoted(text: string): string {
  return paragraphs(text)
    .map((one) =>
      one
        .split('\n')
        .map((part) => `> ${part}\n`)
        .join(''),
    )
    .join('>\n')
}

/** A text on one line. */
export const line = (text: string) => escaped(text.replaceAll(/\s+/g, ' '))

/** An item with a number of its own: those of a numbered list are counted anew where it is shown. */
export const numbered = (number: number, item: string) => `- **${number}.** ${item}\n`

/** A text in which nothing is taken for markup, at the beginning of a line or within it. */
function escaped(text: string): string {
  return text
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^([+\-=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}

/** An address as a link may hold it. */
export function address(url: string): string {
  return url.replaceAll(/[\s()<>\\]/g, (sign) =>
    encodeURIComponent(sign).replaceAll(/[()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
  )
}
