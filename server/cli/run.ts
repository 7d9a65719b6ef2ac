import 'server-only'
import { parseArgs } from 'node:util'
import { AppError } from '../errors'
import { backupCommand, restoreCommand } from './backup-commands'
import { captureCommand } from './capture-commands'
import { campaignListCommand } from './campaign-commands'
import { columns } from './columns'
import { exportCommand } from './export-commands'
import {
  importCancelCommand,
  importCommand,
  importListCommand,
  importResumeCommand,
  importUndoCommand,
} from './import-commands'
import { flag, UsageError, type Answer, type Command } from './command'
import { doctorCommand } from './doctor-command'
import { mappingDeleteCommand, mappingListCommand } from './mapping-commands'
import { importRecordCommand } from './import-record-command'
import { setupCommand, setupLinkCommand } from './install-commands'
import { memberAddCommand, memberListCommand, memberResetLinkCommand } from './member-commands'
import { sampleCommand } from './sample-commands'
import { shareCreateCommand, shareListCommand, shareRevokeCommand } from './share-commands'

const helpCommand: Command = {
  usage: '',
  does: 'shows this',
  options: {},
  words: [],
  run: () => Promise.resolve(help()),
}

const COMMANDS: Record<string, Command> = {
  help: helpCommand,
  'setup-link': setupLinkCommand,
  setup: setupCommand,
  doctor: doctorCommand,
  sample: sampleCommand,
  capture: captureCommand,
  'campaign list': campaignListCommand,
  import: importCommand,
  'import list': importListCommand,
  'import resume': importResumeCommand,
  'import cancel': importCancelCommand,
  'import undo': importUndoCommand,
  'import mappings': mappingListCommand,
  'import delete-mapping': mappingDeleteCommand,
  'member add': memberAddCommand,
  'member list': memberListCommand,
  'member reset-link': memberResetLinkCommand,
  'share create': shareCreateCommand,
  'share list': shareListCommand,
  'share revoke': shareRevokeCommand,
  export: exportCommand,
  'import-record': importRecordCommand,
  backup: backupCommand,
  restore: restoreCommand,
}

/** What a run of the command line prints, and its exit code: 0 success, 1 failure, 2 usage error. */
export type Outcome = { code: 0 | 1 | 2; out: string; err: string }

/**
 * Runs one command of the operator. Never throws: what fails is a sentence in `err`. With `--json`
 * both are one line: the answer, or an object with the failure's code and message.
 *
 * @param words what was typed after the program's name.
 */
export async function runCommand(words: string[]): Promise<Outcome> {
  const json = words.includes('--json')
  try {
    const answer = await answerTo(words)
    const out = json ? JSON.stringify(answer.json) : answer.lines.join('\n')
    return { code: answer.failed ? 1 : 0, out, err: '' }
  } catch (error) {
    const { code, exit, message } = failure(error)
    const err = json ? JSON.stringify({ error: { code, message } }) : message
    return { code: exit, out: '', err }
  }
}

async function answerTo(words: string[]): Promise<Answer> {
  const [first = 'help', second = ''] = words
  if (['-h', '--help', '--json'].includes(first)) return help()
  const name = `${first} ${second}` in COMMANDS ? `${first} ${second}` : first
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new UsageError(`Unknown command “${name}”.`)
  const { values, positionals } = parseArgs({
    args: words.slice(name.split(' ').length),
    options: { ...command.options, json: flag, help: { ...flag, short: 'h' } },
    allowPositionals: true,
  })
  if (values.help) return help(name)
  if (positionals.length !== command.words.length) {
    throw new UsageError(`Usage: ${usageOf(name, command)}`)
  }
  const { json: _json, help: _help, ...options } = values
  return command.run(options, positionals)
}

function help(only?: string): Answer {
  const shown = Object.entries(COMMANDS).filter(([name]) => only === undefined || name === only)
  return {
    json: shown.map(([name, command]) => ({ usage: usageOf(name, command), does: command.does })),
    lines: [
      ...(only ? [] : ['npm run cli -- <command>', '']),
      ...columns(shown.map(([name, { does }]) => [name, does])),
      '',
      ...shown.filter(([, { usage }]) => usage !== '').map((one) => usageOf(...one)),
      '',
      'Every command takes --json. Exit codes: 0 success, 1 failure, 2 usage error.',
    ],
  }
}

function usageOf(name: string, { usage }: Command): string {
  return `${name} ${usage}`.trim()
}

function failure(error: unknown): { code: string; exit: 1 | 2; message: string } {
  if (error instanceof UsageError || isParseError(error)) {
    const message = `${error.message}\nnpm run cli -- help lists the commands.`
    return { code: 'usage', exit: 2, message }
  }
  if (error instanceof AppError) {
    return { code: error.code, exit: error.code === 'invalid' ? 2 : 1, message: error.message }
  }
  const reason = error instanceof Error ? error.message : String(error)
  return { code: 'unexpected', exit: 1, message: `This failed: ${reason.trim()}` }
}

// Node's own words for an option that does not exist or lacks its value.
function isParseError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS_')
  )
}
