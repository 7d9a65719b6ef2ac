import 'server-only'
import type { ParseArgsConfig } from 'node:util'

/** The options as they were typed; one that was left out is undefined. */
export type Options = Record<string, string | boolean | undefined>

/**
 * What a command has to say: a value for `--json`, and the same in words, line by line. `failed`
 * makes the exit code 1, although there is an answer.
 */
export type Answer = { json: unknown; lines: string[]; failed?: boolean }

/** One command of the operator's command line. */
export type Command = {
  /** What follows the command's name, as help shows it. */
  usage: string
  /** What it does, in a few words. */
  does: string
  options: NonNullable<ParseArgsConfig['options']>
  /** The names of the words that follow, such as `<id>`. */
  words: string[]
  run: (options: Options, words: string[]) => Promise<Answer>
}

/** Typed wrongly: the command line answers with exit code 2 and the way to help. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** An option for text. */
export const text = { type: 'string' } as const

/** An option that is there or not. */
export const flag = { type: 'boolean' } as const

/**
 * The text of an option that must be given.
 *
 * @throws UsageError when it was left out.
 */
export function required(options: Options, name: string): string {
  const value = options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new UsageError(`--${name} is missing.`)
}

/** The text of an option that may be left out. */
export function optional(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
