import type { ReactNode } from 'react'
import { Moment } from '@/components/ui/moment'
import type { Clock } from '@/lib/dates/moments'
import { dateInWords } from '@/lib/dates/words'
import type { FormAction } from '@/lib/forms/state'
import { roleInWords, type PlanPart, type PlanRoleDto, type PlanTaskDto } from '@/lib/plans'
import { PartButton, RoleForm, TaskForm } from './part-forms'

/** What a page hands over to those who may change the parts of a plan. */
export type PartActions = {
  members: readonly { id: string; name: string }[]
  writers: readonly { id: string; name: string }[]
  saveRole: FormAction
  saveTask: FormAction
}

/** The roles of the day, each with who has it. */
export function RoleList({
  roles,
  change,
  button,
}: {
  roles: readonly PlanRoleDto[]
  /** Null for those who may only read. */
  change: PartActions | null
  button: FormAction | null
}) {
  return (
    <ul className="divide-hairline divide-y">
      {roles.map((role) => (
        <li key={role.id} className="py-2 first:pt-0">
          <p>
            <bdi>{roleInWords(role)}</bdi>: <Who part={role} />
          </p>
          {change && (
            <div className="flex flex-wrap items-start gap-x-6">
              <RoleForm action={change.saveRole} members={change.members} role={role} />
              {button && <PartButton action={button} id={role.id} what="role" done="remove" />}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The checklist, each thing with who does it by when, and by whom it was ticked. */
export function TaskList({
  tasks,
  today,
  clock,
  tick,
  change,
}: {
  tasks: readonly PlanTaskDto[]
  today: string
  clock: Clock
  /** Null for those who may only read, as is `change` for those who may only tick. */
  tick: FormAction | null
  change: PartActions | null
}) {
  return (
    <ul className="divide-hairline divide-y">
      {tasks.map((task) => (
        <li key={task.id} className="py-2 first:pt-0">
          <p className={task.done ? 'text-muted' : undefined}>
            {task.done && <span>Done: </span>}
            <bdi>{task.task}</bdi>
          </p>
          <p className="text-muted text-sm">
            <Who part={task} />
            <Due {...{ task, today }} />
            {task.done && (
              <>
                {', ticked by '}
                <bdi>{task.done.by ?? 'the operator'}</bdi>,{' '}
                <Moment at={task.done.at} clock={clock} />
              </>
            )}
          </p>
          <div className="chrome mt-1 flex flex-wrap items-start gap-x-6">
            {tick && (
              <PartButton
                key={task.done ? 'untick' : 'tick'}
                action={tick}
                id={task.id}
                what="task"
                done={task.done ? 'untick' : 'tick'}
              />
            )}
            {change && (
              <>
                <TaskForm action={change.saveTask} members={change.writers} task={task} />
                {tick && <PartButton action={tick} id={task.id} what="task" done="remove" />}
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Who({ part: { assigned, name } }: { part: PlanPart }): ReactNode {
  const who = assigned?.member.name ?? name
  return who === '' ? <span className="text-muted">nobody yet</span> : <bdi>{who}</bdi>
}

function Due({ task: { dueOn, done }, today }: { task: PlanTaskDto; today: string }): ReactNode {
  if (!dueOn) return null
  const late = !done && dueOn < today
  return (
    <span className={late ? 'text-action font-semibold' : undefined}>
      {late ? ', was due ' : ', by '}
      <time dateTime={dueOn}>{dateInWords(dueOn)}</time>
    </span>
  )
}
