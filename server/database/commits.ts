import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

/** Whether a transaction that wrote came as far as its commit, whatever became of that. */
type Commits = { begun: boolean }

const watched = new AsyncLocalStorage<Commits>()

/** Does some work and notes in `commits` whether anything of it may have been saved. */
export function watchingCommits<T>(commits: Commits, work: () => Promise<T>): Promise<T> {
  return watched.run(commits, work)
}

/** Says that a transaction that wrote is about to be committed. */
export function noteCommit(): void {
  const commits = watched.getStore()
  if (commits) commits.begun = true
}
