import 'server-only'
import { deleteMapping, listMappings } from '../imports/saved-mappings'
import { columns } from './columns'
import { text, UsageError, type Command } from './command'
import { operatorIn } from './workspace'

/** Lists the mappings that were saved under a name. */
export const mappingListCommand: Command = {
  usage: '[--workspace <name or id>]',
  does: 'lists the mappings that were saved for imports',
  options: { workspace: text },
  words: [],
  run: async (options) => {
    const mappings = await listMappings(await operatorIn(options))
    const json = mappings.map(({ id, name, columns: read }) => ({ id, name, columns: read }))
    return {
      json,
      lines:
        json.length === 0
          ? ['No mapping is saved yet.']
          : columns(json.map(({ name, columns: read }) => [name, read.join(', ')])),
    }
  },
}

/** Deletes a saved mapping. */
export const mappingDeleteCommand: Command = {
  usage: '<name> [--workspace <name or id>]',
  does: 'deletes a saved mapping; what was imported by it stays',
  options: { workspace: text },
  words: ['name'],
  run: async (options, [name = '']) => {
    const operator = await operatorIn(options)
    const mappings = await listMappings(operator)
    const found = mappings.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (!found) throw new UsageError(`No mapping is saved under the name “${name}”.`)
    await deleteMapping(operator, found.id)
    return { json: { deleted: found.name }, lines: [`The mapping “${found.name}” is deleted.`] }
  },
}
