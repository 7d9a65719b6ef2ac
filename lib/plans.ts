import { dateInWords } from './dates/words'
import { rowsOf, together } from './entries/fields/form-rows'
import type { FormValues } from './forms/state'
import type { EntryKind } from './kinds/names'
import type { AssignmentDto } from './assignments'
import type { EntryDto } from './record'

/** What somebody does on the day of an action. */
export const dutyLabels = {
  marshal: 'Marshal',
  speaker: 'Speaker',
  press_contact: 'Press contact',
  medic: 'Medic',
  legal_observer: 'Legal observer',
  other: 'Other',
} as const
export type PlanDuty = keyof typeof dutyLabels

/** What became of a plan; `planned` while nobody has said. */
type PlanState = 'planned' | 'happened' | 'called_off'

/** When and where an action is or was planned; the date in EDTF, the time by the campaign's clocks. */
export type PlannedFor = { edtf: string; time: string | null; place: string }

/** A planned action in a list. Days are ISO. */
export type PlanListing = PlannedFor & {
  id: string
  kind: EntryKind
  title: string
  firstDay: string
  lastDay: string
  state: PlanState
  reason: string
}

/** What somebody is to do: a member, or somebody who is named, or nobody yet. */
export type PlanPart = { id: string; version: number; name: string; assigned: AssignmentDto | null }

export type PlanRoleDto = PlanPart & { duty: PlanDuty; words: string }
export type PlanTaskDto = PlanPart & {
  task: string
  dueOn: string | null
  done: { by: string | null; at: string } | null
}

/** A planned action with all that belongs to it. Times are ISO timestamps. */
export type PlanDto = PlanListing & {
  meetsAt: string
  meetsWhere: string
  note: string
  version: number
  decided: { by: string | null; at: string } | null
  /** The entry that says how it went, as far as this member may see it. */
  entry: { id: string; title: string } | null
  organizations: { name: string; part: 'actor' | 'target' | 'subject' }[]
  demands: { id: string; number: number; wording: string }[]
  /** How often it was moved, and moves were taken back: a form that moves it says from which state. */
  moveVersion: number
  /** When it was planned before, the last first. */
  moves: (PlannedFor & { id: string; reason: string; by: string | null; at: string })[]
  roles: PlanRoleDto[]
  tasks: PlanTaskDto[]
  /** Roles and tasks that were removed, by what they were called. */
  removed: { id: string; what: 'role' | 'task'; label: string }[]
  mayChange: boolean
}

/** A plan that a search found. */
export type FoundPlan = PlanListing & { href: string }

/** A role in words: "Marshal", "Marshal (north gate)", or its own words. */
export function roleInWords({ duty, words }: { duty: PlanDuty; words: string }): string {
  if (duty === 'other' && words !== '') return words
  return words === '' ? dutyLabels[duty] : `${dutyLabels[duty]} (${words})`
}

/** When and where: "Fri 5 Mar 2027, 18:00, Westlake Park". */
export function plannedInWords({ edtf, time, place }: PlannedFor): string {
  return [dateInWords(edtf, { time }), place].filter((one) => one !== '').join(', ')
}

/** How a plan stands: "Called off: snow.", "It happened.", or when and where it is planned. */
export function stateInWords(plan: Pick<PlanListing, 'state' | 'reason'> & PlannedFor): string {
  if (plan.state === 'happened') return 'It happened.'
  if (plan.state === 'planned') return `Now planned for ${plannedInWords(plan)}`
  return plan.reason === '' ? 'Called off' : `Called off: ${plan.reason}`
}

/** How many of those with a part in a plan were notified, as a sentence to add; nothing where nobody was. */
export function toldInWords(count: number): string {
  if (count === 0) return ''
  return count === 1
    ? ' The person with a role or a task was notified.'
    : ` ${count} people with a role or a task were notified.`
}

/** Whether an entry is an action that is still to begin, which can be planned as one. */
export function isAhead(
  { lane, firstDay, lastDay }: Pick<EntryDto, 'lane' | 'firstDay' | 'lastDay'>,
  today: string,
) {
  return lane === 'action' && (firstDay > today || (firstDay === today && lastDay === today))
}

type Announced = Pick<
  EntryDto,
  | 'kind'
  | 'title'
  | 'sentence'
  | 'edtf'
  | 'time'
  | 'timeZone'
  | 'place'
  | 'organizations'
  | 'demands'
>

/** Whether an entry gives its hour by the clocks that a plan's hours are given by. */
export function isByClocksOf(
  { timeZone }: Pick<EntryDto, 'timeZone'>,
  campaign: { timeZone: string },
): boolean {
  return (timeZone ?? campaign.timeZone) === campaign.timeZone
}

/**
 * The form of a plan for an action that was announced, with what its entry says of it. An hour by the
 * clocks of another zone than the campaign's is left out: a plan has the campaign's alone.
 */
export function valuesOfAnnounced(
  { kind, organizations, ...entry }: Announced,
  campaign: { timeZone: string },
): FormValues {
  const time = isByClocksOf(entry, campaign) ? entry.time : null
  return {
    ...{ kind, title: entry.title || entry.sentence, place: entry.place },
    date: dateInWords(entry.edtf, { time }),
    ...{ organizers: namesIn(organizations, 'actor'), targets: namesIn(organizations, 'target') },
    'demands[]': [...new Set(entry.demands.map(({ demandId }) => demandId))],
  }
}

/** The names of those who have a part in an action, as a form of a plan holds them. */
export function namesIn(
  organizations: { name: string; part: 'actor' | 'target' | 'subject' }[],
  wanted: 'actor' | 'target',
): string {
  return organizations
    .filter(({ part }) => part === wanted)
    .map(({ name }) => name)
    .join('; ')
}

/** The form of an entry that says how a planned action went, with what is known of it already. */
export function valuesOfPlan({
  kind,
  title,
  organizations,
  demands,
  ...plan
}: PlanDto): FormValues {
  return together([
    {
      ...{ kind, title, place: plan.place },
      date: dateInWords(plan.edtf, { time: plan.time }),
    },
    rowsOf('organizations', organizations),
    rowsOf(
      'demands',
      demands.map(({ id, wording }) => ({ demand: id, wording, relation: 'repeats' })),
    ),
  ])
}
