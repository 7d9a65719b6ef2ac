import 'server-only'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { isZone, todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import { entryFormValues } from '@/lib/entries/form-values'
import { fieldsOf } from '@/lib/entries/merge'
import { nestedInput } from '@/lib/forms/form-data'
import type { FormValues } from '@/lib/forms/state'
import { kindOf } from '@/lib/kinds/index'
import type { EntryDto } from '@/lib/record'
import { campaignEditSchema, organizationSchema } from '@/lib/schemas/campaign'
import { demandSchema } from '@/lib/schemas/demand'
import { entrySchema } from '@/lib/schemas/entry'
import { personSchema } from '@/lib/schemas/person'
import { planEditSchema } from '@/lib/schemas/plan'
import { sourceSchema } from '@/lib/schemas/source'
import { sourceFieldList } from '@/lib/sources/fields'
import { sentenceOf } from './file-sentence'
import type { RecordList } from './record-tables'
import { refused } from './row-values'

type Given = Record<string, unknown>

/**
 * Checks a record by the schema of its form, so that no file brings in what nobody could type.
 *
 * @throws AppError `invalid` with the form's own sentence.
 */
export function checkRecord(list: RecordList, value: unknown, at: string): void {
  const record = Object(value) as Given
  switch (list) {
    case 'organizations':
      return check(organizationSchema, picked(record, 'name', 'kind'), at)
    case 'people':
      return check(personSchema, picked(record, 'name', 'consent', 'consentReason'), at)
    case 'campaigns': {
      const { title, summary, status, timeZone, dayOrder, weekStart } = record
      return check(
        campaignEditSchema,
        { title, summary, status, timeZone, dayOrder, weekStart },
        at,
      )
    }
    case 'sources':
      return checkSource(record, at)
    case 'demands':
      for (const version of Array.isArray(record.versions) ? (record.versions as Given[]) : [])
        check(demandSchema, { ...picked(version, 'wording', 'note'), targets: 'somebody' }, at)
      return
    case 'plans':
      return check(
        planEditSchema,
        picked(record, 'kind', 'title', 'meetsAt', 'meetsWhere', 'note'),
        at,
      )
    case 'entries':
      if (typeof record.timeZone === 'string' && !isZone(record.timeZone))
        throw refused(at, 'it counts its hours in an unknown time zone')
      return
    default:
  }
}

function checkSource(record: Given, at: string): void {
  const names = sourceFieldList().flatMap(([name, { type }]) =>
    type === 'date' || type === 'day' ? [] : [name],
  )
  const published = typeof record.published === 'string' ? record.published : ''
  check(
    sourceSchema(todayIn('UTC')),
    { ...picked(record, ...names), published: published && dateInWords(published) },
    at,
  )
  const text = String(record.capturedText)
  const hash = text === '' ? '' : createHash('sha256').update(text, 'utf8').digest('hex')
  if (record.capturedSha256 !== hash)
    throw refused(at, 'its captured text is not the one whose SHA-256 the file gives')
}

/**
 * Checks an entry as it stands now by the schema of its form, and that its lane and its days follow
 * from what it says.
 *
 * @returns the values of its form, as its history keeps them.
 * @throws AppError `invalid` with the form's own sentence.
 */
export function checkEntry(entry: EntryDto): { values: FormValues; fields: Given } {
  const at = `The entry “${entry.title}”`
  const values = entryFormValues(entry)
  const schema = entrySchema(entry.kind, todayIn(entry.timeZone ?? 'UTC'))
  const parsed = schema.safeParse(nestedInput(values).input)
  if (!parsed.success) throw refused(at, sentenceOf(parsed.error))
  const { edtf, firstDay, lastDay } = parsed.data.date
  const agree = [entry.edtf, entry.firstDay, entry.lastDay, entry.lane].join()
  if (agree !== [edtf, firstDay, lastDay, kindOf(entry.kind).lane].join())
    throw refused(at, 'its days or its lane do not follow from its date and its kind')
  return { values, fields: fieldsOf(values) }
}

function check(schema: z.ZodType, input: unknown, at: string): void {
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw refused(at, sentenceOf(parsed.error))
}

function picked(record: Given, ...names: string[]): Given {
  return Object.fromEntries(names.map((name) => [name, record[name]]))
}
