'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import { dateInWords } from '@/lib/dates/words'
import type { FormAction } from '@/lib/forms/state'
import { dutyLabels, type PlanRoleDto, type PlanTaskDto } from '@/lib/plans'
import { Folded } from './folded'
import { OneButton } from './outcome-forms'

type Members = readonly { id: string; name: string }[]

const optionsOf = (members: Members) => members.map(({ id, name }) => ({ value: id, label: name }))

/** Adds a role of the day, or changes one; folded away until it is wanted. */
export function RoleForm({
  action,
  members,
  role,
}: {
  action: FormAction
  members: Members
  role?: PlanRoleDto
}) {
  const initial = useMemo(
    () =>
      role
        ? {
            ...{ id: role.id, version: String(role.version) },
            ...{ duty: role.duty, words: role.words, name: role.name },
            member: role.assigned?.member.id ?? '',
          }
        : {},
    [role],
  )
  return (
    <Folded label={role ? 'Change' : 'Add a role'}>
      <ActionForm
        action={action}
        initial={initial}
        submitLabel={role ? 'Save' : 'Add role'}
        submitTone="quiet"
        className="pb-4"
      >
        {role && <HiddenField name="id" />}
        {role && <HiddenField name="version" />}
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <SelectField
            name="duty"
            label="Role"
            options={Object.entries(dutyLabels).map(([value, label]) => ({ value, label }))}
          />
          <TextField name="words" label="More about the role" maxLength={200} />
          <Who members={members} />
        </div>
      </ActionForm>
    </Folded>
  )
}

/** Adds a thing to the checklist, or changes one. */
export function TaskForm({
  action,
  members,
  task,
}: {
  action: FormAction
  members: Members
  task?: PlanTaskDto
}) {
  const initial = useMemo(
    () =>
      task
        ? {
            ...{ id: task.id, version: String(task.version) },
            ...{ task: task.task, name: task.name },
            member: task.assigned?.member.id ?? '',
            dueOn: task.dueOn ? dateInWords(task.dueOn) : '',
          }
        : {},
    [task],
  )
  return (
    <Folded label={task ? 'Change' : 'Add to the checklist'}>
      <ActionForm
        action={action}
        initial={initial}
        submitLabel={task ? 'Save' : 'Add'}
        submitTone="quiet"
        className="pb-4"
      >
        {task && <HiddenField name="id" />}
        {task && <HiddenField name="version" />}
        <TextField name="task" label="What needs to be done" maxLength={300} required />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Who members={members} />
          <WhenField name="dueOn" label="By" expects="ahead" />
        </div>
      </ActionForm>
    </Folded>
  )
}

function Who({ members }: { members: Members }) {
  return (
    <>
      <SelectField
        name="member"
        label="Member"
        emptyLabel="Nobody yet"
        options={optionsOf(members)}
      />
      <TextField
        name="name"
        label="Or somebody else"
        hint="Seen by members only"
        maxLength={200}
        autoCapitalize="words"
      />
    </>
  )
}

const LABELS = {
  remove: 'Remove',
  put_back: 'Put back',
  tick: 'Done',
  untick: 'Not done',
} as const

/** One button for a role or a task. */
export function PartButton({
  action,
  id,
  what,
  done,
}: {
  action: FormAction
  id: string
  what: 'role' | 'task'
  done: keyof typeof LABELS
}) {
  return (
    <OneButton
      action={action}
      label={LABELS[done]}
      values={{ id, what, done }}
      tone={done === 'tick' ? 'quiet' : 'text'}
    >
      <HiddenField name="id" />
      <HiddenField name="what" />
      <HiddenField name="done" />
    </OneButton>
  )
}
