import { plainField, plainFieldNames, type PlainFieldName, type PlainTexts } from './plain'

/**
 * The plain fields that an entry shows as lines of their own, each with its label. What is shown on
 * pages alone is a line in files too where the sentence does not say it, as beside a summary.
 */
export function plainLines(
  entry: PlainTexts & { sentence: string },
  where: 'pages' | 'files',
): { name: PlainFieldName; label: string; text: string }[] {
  return plainFieldNames().flatMap((name) => {
    const { shown, label } = plainField(name)
    const isShown =
      shown === 'everywhere' ||
      (shown === 'on pages' && (where === 'pages' || !isSaid(entry.sentence, entry[name])))
    return isShown && entry[name] !== '' ? [{ name, label, text: entry[name] }] : []
  })
}

// A sentence may begin with it, and so with a capital.
function isSaid(sentence: string, text: string): boolean {
  return sentence.toLowerCase().includes(text.toLowerCase())
}
