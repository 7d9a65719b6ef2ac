import 'server-only'
import type { SystemJob } from '../auth/viewer'
import { addSample } from '../sample/founding-record'
import { text, type Answer, type Command } from './command'
import { operatorIn } from './workspace'

/** Adds the founding campaign to a workspace. */
export const sampleCommand: Command = {
  usage: '[--workspace <name or id>]',
  does: 'adds the founding campaign as an example',
  options: { workspace: text },
  words: [],
  run: async (options) => sampleIn(await operatorIn(options)),
}

/** The same for a workspace that is known. */
export async function sampleIn(operator: SystemJob): Promise<Answer> {
  const { slug, created } = await addSample(operator)
  const done = created ? 'Founding campaign added' : 'The founding campaign was already there'
  return { json: { slug, created }, lines: [`${done}: ${slug}`] }
}
