import { z } from 'zod'
import type { DateSettings } from '../dates/habits'
import { isExact } from '../dates/words'
import { kindOf } from '../kinds/index'
import { entryKinds } from '../kinds/names'
import { dutyLabels } from '../plans'
import { dateWords, optionalDateWords } from './dates'
import { lineText, longText, optionalId, optionalVersion, requiredLine } from './text'
import { timeText } from './times'
import { keysOf } from './words'

const what = {
  kind: z
    .enum(entryKinds, 'Choose one from the list.')
    .refine((kind) => kindOf(kind).lane === 'action', 'Choose what sort of action it is.'),
  title: requiredLine(300, 'Give the plan a title, so that people know what it is.'),
  meetsAt: timeText(40).default(''),
  meetsWhere: lineText(300).default(''),
  note: longText(10_000).default(''),
  organizers: lineText(500).default(''),
  targets: lineText(500).default(''),
  demands: z.array(z.uuid()).max(50).default([]),
}

/** When and where: a day without a year is the next one. */
function whenAndWhere(today: string, settings: DateSettings) {
  return {
    date: dateWords({ ...settings, today, expects: 'ahead' }).refine(
      ({ lastDay }) => lastDay >= today,
      'This day has passed. Log what happened as an entry instead.',
    ),
    place: lineText(300).default(''),
  }
}

/** A planned action; who it is by and aimed at with semicolons between names. */
export function planSchema(today: string, settings: DateSettings = {}) {
  return z.strictObject({ ...what, ...whenAndWhere(today, settings), requestKey: optionalId() })
}
export type PlanInput = z.output<ReturnType<typeof planSchema>>

/** The same for an edit. Its day and place are changed by moving it, so that the earlier ones stay. */
export const planEditSchema = z.strictObject({ ...what, version: optionalVersion() })
export type PlanEditInput = z.output<typeof planEditSchema>

/** The day and the place that an action is moved to, and why. */
export function planMoveSchema(today: string, settings: DateSettings = {}) {
  const reason = lineText(500).default('')
  return z.strictObject({ ...whenAndWhere(today, settings), reason, version: optionalVersion() })
}
export type PlanMoveInput = z.output<ReturnType<typeof planMoveSchema>>

/** Which move is taken back. */
export const planUndoMoveSchema = z.strictObject({ lastMove: z.uuid() })

/** Why an action was called off. */
export const planCallOffSchema = z.strictObject({
  reason: requiredLine(500, 'Say why, so that everybody knows.'),
})

const who = { member: optionalId(), name: lineText(200).default('') }
const ONE_NAME = {
  message: 'Choose a member or write a name, not both.',
  path: ['name'],
}
const isOne = ({ member, name }: { member?: string | undefined; name: string }) =>
  !member || name === ''

/** Who does what on the day; of a role that is there already, its id. */
export const planRoleSchema = z
  .strictObject({
    ...{ ...who, id: optionalId(), version: optionalVersion() },
    duty: z.enum(keysOf(dutyLabels), 'Choose one from the list.'),
    words: lineText(200).default(''),
  })
  .refine(isOne, ONE_NAME)
  .refine(({ duty, words }) => duty !== 'other' || words !== '', {
    message: 'Say what the role is.',
    path: ['words'],
  })
export type PlanRoleInput = z.output<typeof planRoleSchema>

/** One thing of a checklist; of one that is there already, its id. */
export function planTaskSchema(today: string, settings: DateSettings = {}) {
  return z
    .strictObject({
      ...{ ...who, id: optionalId(), version: optionalVersion() },
      task: requiredLine(300, 'Say what needs to be done.'),
      dueOn: optionalDateWords({ ...settings, today, expects: 'ahead' })
        .refine((date) => !date || isExact(date.edtf), 'Give one day, such as 13 Feb 2026.')
        .transform((date) => date?.firstDay ?? null),
    })
    .refine(isOne, ONE_NAME)
}
export type PlanTaskInput = z.output<ReturnType<typeof planTaskSchema>>

/** What is done with a role or a task by one button. */
export const planPartSchema = z.strictObject({
  id: z.uuid(),
  what: z.enum(['role', 'task']),
  done: z.enum(['remove', 'put_back', 'tick', 'untick']),
})
export type PlanPartInput = z.output<typeof planPartSchema>
