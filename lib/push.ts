/** What a browser is sent, and shows: no name and no word of the record. */
type PushWords = { body: string; path: string; tag: string }

/**
 * A push about notifications. Whoever stands beside a phone reads it: it says how many there are, and
 * nothing else.
 */
export function pushWords(unseen: number, workspaceId: string): PushWords {
  return {
    body: unseen === 1 ? '1 new notification' : `${unseen} new notifications`,
    path: `/notifications?workspace=${workspaceId}`,
    tag: workspaceId,
  }
}
