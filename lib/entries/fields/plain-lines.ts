import { plainField, plainFieldNames, type PlainFieldName, type PlainTexts } from './plain'

/** The plain fields that an entry shows as lines of their own, each with its label. */
export function plainLines(
  entry: PlainTexts,
  where: 'pages' | 'files',
): { name: PlainFieldName; label: string; text: string }[] {
  return plainFieldNames().flatMap((name) => {
    const { shown, label } = plainField(name)
    const isShown = shown === 'everywhere' || (shown === 'on pages' && where === 'pages')
    return isShown && entry[name] !== '' ? [{ name, label, text: entry[name] }] : []
  })
}
