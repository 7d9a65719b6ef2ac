import { clauses, named, type SentenceParts } from './define'

/** How the form of any action asks for its organizations. */
export const actionParts = { actor: 'Organized by', target: 'Aimed at', subject: 'About' }

/** "1,500 signatures", "1 worker"; nothing where it was not counted. */
export function counted(count: string | number | undefined, what: string): string | undefined {
  if (typeof count !== 'number') return undefined
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}

/** "Organized by the union, with workers, aimed at Amazon." behind what else the kind knows. */
export function actionSentence(
  p: SentenceParts,
  ...more: (string | number | false | undefined)[]
): string {
  return clauses(
    ...more,
    named('organized by', p.actors),
    p.participants && `${p.actors.length > 0 ? 'with' : 'by'} ${p.participants}`,
    named('aimed at', p.targets),
    named('about', p.subjects),
  )
}
