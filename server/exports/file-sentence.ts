import 'server-only'
import type { z } from 'zod'
import '@/lib/schemas/messages'

/** What is wrong with a part of a file, without its last point: in the form's words, unless those tell a person at a page what to do. */
export function sentenceOf({ issues }: z.ZodError): string {
  const [issue] = issues
  if (!issue) return 'it cannot be read'
  if (issue.code === 'unrecognized_keys')
    return `it has the unknown field “${issue.keys.join('”, “')}”`
  if (issue.code !== 'invalid_type') return issue.message.replace(/\.$/, '')
  const path = issue.path.join('.')
  return path === ''
    ? 'it is missing or of another type'
    : `its field “${path}” is missing or of another type`
}
