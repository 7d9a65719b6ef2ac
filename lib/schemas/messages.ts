import { z } from 'zod'

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0]

/**
 * What is said of a value where its schema has no sentence of its own, so that no field answers with a library's
 * words. Importing this module is what makes it so, for every schema.
 */
function sentenceFor(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'This is missing. Fill it in.'
      if (issue.expected === 'number' || issue.expected === 'int') return 'Give a number.'
      return 'This could not be read. Reload the page, then try again.'
    case 'too_big':
      return issue.origin === 'array'
        ? `There are too many here. Keep at most ${issue.maximum}.`
        : `This is too long or too large. The most is ${issue.maximum}.`
    case 'too_small':
      if (issue.origin === 'number') return `Give a number that is not below ${issue.minimum}.`
      return issue.minimum === 1
        ? 'This is missing. Fill it in.'
        : `This is too short. Give at least ${issue.minimum}.`
    case 'invalid_value':
      return 'Choose one from the list.'
    case 'invalid_union':
      return inner(issue.errors.flat()) ?? 'Choose one from the list, or leave this empty.'
    case 'invalid_format':
      return issue.format === 'uuid'
        ? 'This is no longer in the list. Choose again.'
        : 'This is not in a form that can be read here. Check it.'
    case 'unrecognized_keys':
      return 'The form sent a field that is not known. Reload the page, then try again.'
    default:
      return 'This was not understood. Check it, then try again.'
  }
}

/** The sentence of the branch of a union that came furthest: one that was written for people, if there is one. */
function inner(issues: { code?: string | undefined; message: string }[]): string | null {
  return issues.find(({ code }) => code === 'custom')?.message ?? null
}

z.config({ customError: sentenceFor })
