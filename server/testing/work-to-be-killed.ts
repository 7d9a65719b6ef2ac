// A program that does long work in a process of its own, so that a test can kill it in the middle:
// `import <workspace> <member> <import>`, or `export <workspace> <campaign>`. It says each step on a line.
import 'server-only'
import { readdirSync, readlinkSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { noFilter } from '@/lib/timeline/filters'
import { viewerOfMember } from '../auth/member-viewer'
import { systemViewer } from '../auth/viewers'
import { spoolExport } from '../exports/spool'
import { runImport } from '../imports/run'

const [what = '', workspaceId = '', ...more] = process.argv.slice(2)
const operator = systemViewer(workspaceId)

/**
 * Waits for the test, which reads each line and may kill at any of them. Nothing answers, since this process must be
 * killed in the middle of its work: the pause lets the kill arrive, and a later one kills as well.
 */
const say = (line: string) =>
  new Promise<void>((resolve) => process.stdout.write(`${line}\n`, () => setTimeout(resolve, 50)))

/** Whether this process holds a file with something in it among its temporary ones, named or not. */
function writes(): boolean {
  return readdirSync('/proc/self/fd').some((name) => {
    const path = `/proc/self/fd/${name}`
    try {
      return readlinkSync(path).startsWith(tmpdir()) && statSync(path).size > 0
    } catch {
      return false
    }
  })
}

if (what === 'import') {
  const [memberId = '', id = ''] = more
  const viewer = await viewerOfMember(operator, memberId)
  if (!viewer) throw new Error('There is no such member.')
  await say('begun')
  await runImport(viewer, id, { alike: 'leave', takeGood: false }, (written) =>
    say(String(written)),
  )
} else {
  const [slug = ''] = more
  const asked = { format: 'csv', slug, filter: noFilter } as const
  const looking = setInterval(() => {
    if (!writes()) return
    clearInterval(looking)
    writeSync(1, 'written\n')
    // It goes no further, however late the test kills it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }, 1)
  await spoolExport(operator, asked)
}
await say('done')
process.exit()
