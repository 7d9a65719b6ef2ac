import { Button } from '@/components/ui/button'
import {
  auditActionLabels,
  auditRecordLabels,
  NO_MEMBER,
  type AuditFilter,
} from '@/lib/history/audit'

/** Narrows the audit; a plain form that keeps its choice in the address. */
export function AuditFilterForm({
  here,
  filter,
  members,
}: {
  here: string
  filter: AuditFilter
  members: { id: string; name: string; left: boolean }[]
}) {
  const people = members.map(({ id, name, left }) => [id, left ? `${name} (left)` : name] as const)
  const names = Object.fromEntries([...people, [NO_MEMBER, 'No member']])
  return (
    <form action={here} className="chrome mb-6 flex flex-wrap items-end gap-3">
      <Choice name="member" label="Who" value={filter.member} options={names} />
      <Choice name="action" label="Did what" value={filter.action} options={auditActionLabels} />
      <Choice name="record" label="To what" value={filter.record} options={auditRecordLabels} />
      <Day name="from" label="From (UTC)" value={filter.from} />
      <Day name="to" label="To (UTC)" value={filter.to} />
      <Button type="submit" tone="quiet">
        Show
      </Button>
    </form>
  )
}

function Choice({
  name,
  label,
  value = '',
  options,
}: {
  name: string
  label: string
  value?: string | undefined
  options: Record<string, string>
}) {
  return (
    <label className="min-w-40 flex-1">
      <span className="font-semibold">{label}</span>
      <select name={name} defaultValue={value} className="control mt-1">
        <option value="">All</option>
        {Object.entries(options).map(([key, text]) => (
          <option key={key} value={key} dir="auto">
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

function Day({
  name,
  label,
  value = '',
}: {
  name: string
  label: string
  value?: string | undefined
}) {
  return (
    <label className="min-w-36">
      <span className="font-semibold">{label}</span>
      <input type="date" name={name} defaultValue={value} className="control mt-1" />
    </label>
  )
}
