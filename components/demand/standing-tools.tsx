import { CheckWords } from '@/components/entry/checked'
import type { Option } from '@/components/form/option'
import type { AssessmentDto } from '@/lib/directory'
import type { FormAction } from '@/lib/forms/state'
import { DisputeForm } from './dispute-form'

/** What can be said to a confirmed standing: that somebody checked it, and that somebody disputes it. */
export function StandingTools({
  assessment: { id, checked, entry },
  sources,
  check,
  uncheck,
  dispute,
}: {
  assessment: AssessmentDto
  /** The sources that a dispute may rest on. */
  sources: readonly { id: string; title: string }[]
  check: FormAction
  uncheck: FormAction
  /** Null for who may not record one. */
  dispute: FormAction | null
}) {
  const options: Option[] = sources.map(({ id: value, title: label }) => ({ value, label }))
  return (
    <>
      {(checked ?? entry) && <CheckWords {...{ checked, check, uncheck }} what="standing" />}
      {dispute && <DisputeForm action={dispute} assessment={id} sources={options} />}
    </>
  )
}
