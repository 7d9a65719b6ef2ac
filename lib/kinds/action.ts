import { clauses, nameList, type SentenceParts } from './define'

/** How the form of any action asks for its organizations. */
export const actionParts = { actor: 'Organized by', target: 'Aimed at', subject: 'About' }

/** "with 1,500 signatures", "of 1 worker"; nothing where it was not counted. */
export function counted(
  word: string,
  count: string | number | undefined,
  what: string,
): string | undefined {
  if (typeof count !== 'number') return undefined
  return `${word} ${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}

/** "Rally at the Spheres, by workers, aimed at Amazon." with what else the kind knows in between. */
export function actionSentence(
  label: string,
  parts: SentenceParts,
  ...more: (string | number | false | undefined)[]
): string {
  const by = [...parts.actors, ...(parts.participants ? [parts.participants] : [])]
  return clauses(
    label,
    ...more,
    parts.place && `at ${parts.place},`,
    by.length > 0 && `by ${nameList(by)}`,
    parts.targets.length > 0 && `aimed at ${nameList(parts.targets)}`,
  ).replace(/,\.$/, '.')
}
