import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DateHabitsProvider } from '@/components/form/date-habits'
import { idle, type FormAction } from '@/lib/forms/state'
import type { PlanDto, PlanTaskDto } from '@/lib/plans'
import { CallOffForm, MoveForm } from './outcome-forms'
import { EarlierPlans, PlanFacts } from './plan-facts'
import { PlanForm } from './plan-form'
import { PlanList } from './plan-list'
import { RoleList, TaskList } from './plan-parts'

const TODAY = '2026-03-01'
const action: FormAction = () => Promise.resolve(idle)
const someone = { id: 'm', name: 'Jo Example' }
const plan: PlanDto = {
  ...{ id: 'p', kind: 'rally', title: 'Rally', edtf: '2026-03-05', time: '18:00', place: 'Gate 5' },
  ...{ firstDay: '2026-03-05', lastDay: '2026-03-05', state: 'planned', reason: '', version: 1 },
  ...{ meetsAt: '17:00', meetsWhere: 'Corner', note: 'Bring water.', decided: null, entry: null },
  organizations: [
    { name: 'A Union', part: 'actor' },
    { name: 'An Ally', part: 'actor' },
  ],
  demands: [{ id: 'd', number: 2, wording: 'End it.' }],
  moveVersion: 1,
  moves: [
    {
      ...{ id: 'v', edtf: '2026-03-03', time: null, place: 'Gate 4', reason: 'Rain' },
      ...{ by: 'Jo Example', at: '2026-02-20T12:00:00.000Z' },
    },
  ],
  ...{ roles: [], tasks: [], removed: [], mayChange: true },
}
const task: PlanTaskDto = {
  ...{ id: 't', version: 1, task: 'Megaphone', name: '', dueOn: '2026-02-28', done: null },
  assigned: { member: someone, dueOn: '2026-02-28' },
}
const text = (markup: string) => markup.replaceAll(/<[^>]+>/g, '')
const shown = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <DateHabitsProvider habits={{ today: TODAY, dayOrder: null, firstWeekday: null }}>
      {node}
    </DateHabitsProvider>,
  )
const listed = (more: Partial<PlanDto>) =>
  shown(<PlanList plans={[{ ...plan, ...more }]} today={TODAY} hrefOf={({ id }) => `/${id}`} />)

describe('a list of plans', () => {
  it('strikes what was called off, with the reason', () => {
    const markup = listed({ state: 'called_off', reason: 'Snow' })
    expect(markup).toContain('<s><bdi>Rally</bdi></s>')
    expect(text(markup)).toBe('RallyCalled offThu 5 Mar 2026, 18:00, Gate 5Snow')
  })

  it('asks what became of a plan whose day has passed, and of no other', () => {
    const passed = { edtf: '2026-02-20', firstDay: '2026-02-20', lastDay: '2026-02-20' }
    expect(text(listed(passed))).toContain('Did it happen?')
    expect(text(listed({ firstDay: TODAY }))).toContain('Today')
    expect(text(listed({}))).not.toMatch(/Did it|Today/)
    expect(text(listed({ ...passed, state: 'happened' }))).toContain('Happened')
  })
})

describe('the page of a plan', () => {
  it('says when, where and what for, and when it was planned before', () => {
    const facts = text(shown(<PlanFacts plan={plan} campaignHref="/campaigns/x" />))
    for (const words of ['Thu 5 Mar 2026, 18:00', 'Gate 5', '17:00, Corner', 'A Union and An Ally'])
      expect(facts).toContain(words)
    expect(facts).toContain('2. End it.')
    expect(facts).not.toContain('Aimed at')
    expect(
      text(shown(<EarlierPlans moves={plan.moves} clock={{ timeZone: 'UTC', language: '' }} />)),
    ).toMatch(/^Moved from Tue 3 Mar 2026, Gate 4: Rain \(Jo Example, /)
  })

  it('says who does what, and offers changes to those alone who may make them', () => {
    const role = {
      id: 'r',
      version: 1,
      duty: 'marshal',
      words: 'north',
      name: '',
      assigned: null,
    } as const
    const change = { members: [someone], writers: [someone], saveRole: action, saveTask: action }
    const roles = (may: typeof change | null) =>
      shown(<RoleList roles={[role]} change={may} button={action} />)
    expect(text(roles(null))).toBe('Marshal (north): nobody yet')
    expect(roles(change)).toContain('name="duty"')
    const tasks = (one: PlanTaskDto, tick: FormAction | null) =>
      shown(
        <TaskList
          tasks={[one]}
          today={TODAY}
          clock={{ timeZone: 'UTC', language: '' }}
          tick={tick}
          change={null}
        />,
      )
    expect(text(tasks(task, null))).toBe('MegaphoneJo Example, was due Sat 28 Feb 2026')
    expect(tasks(task, action)).toContain('value="tick"')
    const done = { ...task, done: { by: 'Jo Example', at: '2026-02-20T12:00:00.000Z' } }
    expect(text(tasks(done, null))).toMatch(/^Done: Megaphone.*, by .*ticked by Jo Example/)
    expect(tasks(done, action)).toContain('value="untick"')
  })

  it('moves a plan by a form of its own, and calls it off with a reason', () => {
    const edit = { kinds: [], demands: [], organizations: [] }
    const form = (initial: Record<string, string>) =>
      shown(<PlanForm action={action} initial={initial} {...edit} />)
    expect(form({})).toContain('name="date"')
    expect(form({ version: '1' })).not.toContain('name="date"')
    expect(shown(<MoveForm action={action} initial={{ place: 'Gate 5' }} />)).toContain('Gate 5')
    expect(shown(<CallOffForm action={action} />)).toContain('name="reason"')
  })
})
