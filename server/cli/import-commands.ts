import 'server-only'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Answers } from '@/lib/schemas/import'
import { getCampaign } from '../campaigns/queries'
import { AppError } from '../errors'
import { checkImport } from '../imports/check'
import { addImport, cancelImport, discardImport, undoImport } from '../imports/mutations'
import type { Prepared } from '../imports/prepare'
import { getImport, listImports } from '../imports/queries'
import { reportOf, rowsToFix } from '../imports/report'
import { resumeImport, runImport } from '../imports/run'
import { saveMapping } from '../imports/saved-mappings'
import type { Viewer } from '../auth/viewer'
import { columns } from './columns'
import { flag, optional, required, text, UsageError, type Command } from './command'
import { showProgress } from './import-progress'
import { reportLines } from './import-report'
import { oneOf, preparedFile } from './prepared-file'
import { operatorIn } from './workspace'

/** Makes drafts of the rows of a file, or says what would become of each. */
export const importCommand: Command = {
  usage:
    '<file> --campaign <slug> [--format <name>] [--map <file or saved name>] [--save-map <name>] [--kind <kind>] [--day-order dmy|mdy] [--encoding <name>] [--separator <sign>] [--sheet <name>] [--alike leave|make|same] [--keep-entries] [--take-good] [--dry-run] [--workspace <name or id>]',
  does: 'turns the rows of a spreadsheet, CSV, TSV, JSON, GeoJSON, TimelineJS or calendar file into drafts',
  options: {
    campaign: text,
    format: text,
    map: text,
    'save-map': text,
    kind: text,
    'day-order': text,
    encoding: text,
    separator: text,
    sheet: text,
    alike: text,
    'keep-entries': flag,
    'take-good': flag,
    'dry-run': flag,
    workspace: text,
  },
  words: ['file'],
  run: async (options, [path = '']) => {
    const operator = await operatorIn(options)
    const campaign = await getCampaign(operator, required(options, 'campaign'))
    const { file, prepared } = await preparedFile(operator, path, options, campaign)
    if (prepared.order.decided === 'ask' && !prepared.mapping.dayOrder)
      throw new UsageError(
        `${prepared.order.example} could be two days. Say with --day-order dmy or --day-order mdy which number is the day.`,
      )
    const answers: Answers = {
      alike:
        oneOf<Answers['alike']>(options, 'alike', { leave: '', make: '', same: '' }) ?? 'leave',
      ...(options['keep-entries'] && { keepEntries: 'on' }),
    }
    const takeGood = options['take-good'] === true
    if (options['dry-run']) {
      const checked = await checkImport(operator, campaign, prepared, answers)
      const report = reportOf(prepared, checked)
      return { json: { ...report, written: false }, lines: reportLines(report, { isDone: false }) }
    }
    const id = await addImport(operator, campaign.slug, file)
    const { checked, written } = await runImport(
      operator,
      id,
      { ...answers, takeGood },
      showProgress(),
    ).catch((error: unknown) => discarded(operator, id, error))
    const report = reportOf(prepared, checked)
    if (!written) await discardImport(operator, id)
    if (!written)
      return {
        json: { ...report, written },
        lines: [
          ...reportLines(report, { isDone: false }),
          'Nothing was imported. Fix these rows, or import the others with --take-good.',
        ],
        failed: true,
      }
    const saved = optional(options, 'save-map')
    if (saved) await saveMapping(operator, saved, prepared.mapping)
    const rest = await leftRows(path, prepared, checked)
    return {
      json: { ...report, import: id, written, rowsToFix: rest },
      lines: [
        ...reportLines(report, { isDone: true }),
        ...(rest ? [`The rows to fix are in ${rest}.`] : []),
        `To undo it: npm run cli -- import undo ${id}`,
      ],
    }
  },
}

/** Deletes the file of an import that failed, and fails as it did. */
async function discarded(operator: Viewer, id: string, reason: unknown): Promise<never> {
  // Whoever took the import up meanwhile keeps it.
  await discardImport(operator, id).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
  throw reason
}

/** Lists what was imported into a campaign. */
export const importListCommand: Command = {
  usage: '--campaign <slug> [--workspace <name or id>]',
  does: 'lists the imports of a campaign',
  options: { campaign: text, workspace: text },
  words: [],
  run: async (options) => {
    const imports = await listImports(await operatorIn(options), required(options, 'campaign'))
    return {
      json: imports,
      lines:
        imports.length === 0
          ? ['Nothing was imported yet.']
          : columns(
              imports.map(({ id, state, createdAt, written, name }) => [
                ...[id, state, createdAt.slice(0, 10), String(written), name],
              ]),
            ),
    }
  },
}

/** Goes on with an import that was cut off. */
export const importResumeCommand: Command = {
  usage: '<id> [--workspace <name or id>]',
  does: 'resumes an interrupted import',
  options: { workspace: text },
  words: ['id'],
  run: async (options, [id = '']) => {
    const operator = await operatorIn(options)
    await resumeImport(operator, id, showProgress())
    const { written } = await getImport(operator, id)
    return { json: { import: id, written }, lines: [`${written} rows are written.`] }
  },
}

/** Stops an import and erases its drafts. */
export const importCancelCommand: Command = {
  usage: '<id> [--workspace <name or id>]',
  does: 'stops a running or interrupted import and deletes its drafts',
  options: { workspace: text },
  words: ['id'],
  run: async (options, [id = '']) => {
    const stayed = await cancelImport(await operatorIn(options), id)
    const but = stayed === 1 ? 'one that somebody changed' : `${stayed} that somebody changed`
    return {
      json: { cancelled: id, stayed },
      lines: [
        stayed === 0
          ? 'It is cancelled, and its drafts are erased.'
          : `It is cancelled, and its drafts are erased except ${but}.`,
      ],
    }
  },
}

/** Puts the entries of an import into the trash. */
export const importUndoCommand: Command = {
  usage: '<id> [--workspace <name or id>]',
  does: 'moves the entries of an import to the trash, for up to 30 days after the import',
  options: { workspace: text },
  words: ['id'],
  run: async (options, [id = '']) => {
    const { undone, restored, left } = await undoImport(await operatorIn(options), id)
    return {
      json: { undone, restored, left },
      lines: [
        `${undone} entries are in the trash.`,
        ...(restored > 0
          ? [
              `What ${restored} ${restored === 1 ? 'row' : 'rows'} added to other entries was undone.`,
            ]
          : []),
        ...(left > 0 ? [`${left} were changed since, and stay.`] : []),
      ],
    }
  },
}

/** Writes the rows that were refused beside the file that came. */
async function leftRows(
  path: string,
  prepared: Prepared,
  checked: Parameters<typeof rowsToFix>[1],
): Promise<string | null> {
  const rest = await rowsToFix(prepared, checked)
  if (!rest) return null
  const beside = join(dirname(path), rest.name)
  await writeFile(beside, rest.content)
  return beside
}
