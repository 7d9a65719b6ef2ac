import 'server-only'
import { columnsTo } from '@/lib/imports/mapping'
import type { Viewer } from '../auth/viewer'
import { getCampaign } from '../campaigns/queries'
import { withViewer } from '../db'
import { checkImport } from '../imports/check'
import {
  addImport,
  cancelImport,
  changeMapping,
  changeReading,
  discardImport,
  undoImport,
} from '../imports/mutations'
import { prepareImport } from '../imports/prepare'
import { resumeImport, runImport, startImport } from '../imports/run'
import { kept } from '../imports/lease'
import { draftsOfImport } from '../imports/drafts'
import { compareAlike, getImport, listImports, lookAtImport, rowsToFixOf } from '../imports/queries'
import {
  applyMapping,
  deleteMapping,
  listMappings,
  mappingNamed,
  saveMapping,
} from '../imports/saved-mappings'
import { CUT_OFF_MS, fileToRead } from '../imports/stored'
import { writer, type Row } from './access-rows'
import type { Target } from './target'

const MAPPING = {
  columns: columnsTo(['date', 'date'], ['title', 'title']),
  constants: { kind: 'rally' },
}
let made = 0
const sheet = () => ({
  name: 'sheet.csv',
  bytes: new TextEncoder().encode(`date,title\n1950-01-0${((made += 1) % 9) + 1},Import ${made}\n`),
  mapping: MAPPING,
})
const LEAVE = { alike: 'make', takeGood: false } as const

const makeImport = (target: Target, viewer: Viewer) =>
  addImport(isWriter(viewer) ? viewer : target.owner, target.campaign.slug, sheet())

async function makeDone(target: Target, viewer: Viewer): Promise<string> {
  const somebody = isWriter(viewer) ? viewer : target.owner
  const id = await makeImport(target, viewer)
  await runImport(somebody, id, LEAVE)
  return id
}

async function makeRunning(target: Target, viewer: Viewer): Promise<string> {
  const id = await makeImport(target, viewer)
  // Cut off, since no other may begin in its campaign while it runs.
  const movedAt = new Date(Date.now() - 2 * CUT_OFF_MS)
  await withViewer(target.owner, (tx) =>
    tx.import.updateMany({ where: { id }, data: { state: 'running', movedAt } }),
  )
  return id
}

async function makeNamed(target: Target, viewer: Viewer): Promise<string> {
  const name = `Sheet ${(made += 1)} of ${target.campaign.slug}`
  await saveMapping(isWriter(viewer) ? viewer : target.owner, name, MAPPING)
  return name
}

async function makeMapping(target: Target, viewer: Viewer): Promise<string> {
  const somebody = isWriter(viewer) ? viewer : target.owner
  const name = await makeNamed(target, viewer)
  return (await listMappings(somebody)).find((one) => one.name === name)?.id ?? ''
}

function isWriter(viewer: Viewer): boolean {
  return viewer.kind === 'organizer' && viewer.role !== 'viewer'
}

/** Importing files, for the table of all access. */
export const importAccess: Record<string, Row> = {
  'imports/lease.kept': writer('own', (v, t) => kept(v, t.entryId, () => Promise.resolve(null))),
  'imports/check.checkImport': writer('refused', async (v, t) => {
    const campaign = await getCampaign(t.owner, t.campaign.slug)
    return checkImport(v, campaign, await prepareImport(campaign, sheet()))
  }),
  'imports/mutations.addImport': writer('refused', (v, t) =>
    addImport(v, t.campaign.slug, sheet()),
  ),
  'imports/run.runImport': writer('refused', (v, _t, id) => runImport(v, id, LEAVE), makeImport),
  'imports/run.startImport': writer(
    'refused',
    (v, _t, id) => startImport(v, id, LEAVE),
    makeImport,
  ),
  'imports/run.resumeImport': writer('refused', (v, _t, id) => resumeImport(v, id), makeRunning),
  'imports/mutations.cancelImport': writer(
    'refused',
    (v, _t, id) => cancelImport(v, id),
    makeRunning,
  ),
  'imports/mutations.discardImport': writer(
    'refused',
    (v, _t, id) => discardImport(v, id),
    makeImport,
  ),
  'imports/mutations.undoImport': writer('refused', (v, _t, id) => undoImport(v, id), makeDone),
  'imports/mutations.changeMapping': writer(
    'refused',
    (v, _t, id) =>
      changeMapping(v, id, {
        ...{ dayOrder: '', kind: 'vigil', remember: '' },
        ...{ columns: {}, unclear: {}, kinds: {} },
      }),
    makeImport,
  ),
  'imports/mutations.changeReading': writer(
    'refused',
    (v, _t, id) => changeReading(v, id, { encoding: 'windows-1252', sheet: '' }),
    makeImport,
  ),
  'imports/queries.rowsToFixOf': writer('refused', (v, _t, id) => rowsToFixOf(v, id), makeImport),
  'imports/stored.fileToRead': writer('refused', (v, _t, id) => fileToRead(v, id), makeImport),
  'imports/drafts.draftsOfImport': writer(
    'refused',
    (v, _t, id) => draftsOfImport(v, id),
    makeDone,
  ),
  'imports/queries.getImport': writer('refused', (v, _t, id) => getImport(v, id), makeImport),
  'imports/queries.lookAtImport': writer(
    'refused',
    (v, _t, id) => lookAtImport(v, id, { alike: 'make' }),
    makeImport,
  ),
  'imports/queries.compareAlike': writer('refused', (v, t) => compareAlike(v, t.campaign.slug, [])),
  'imports/saved-mappings.listMappings': writer('own', (v) => listMappings(v)),
  'imports/saved-mappings.mappingNamed': writer(
    'refused',
    (v, _t, name) => mappingNamed(v, name),
    makeNamed,
  ),
  'imports/saved-mappings.saveMapping': writer('own', (v) =>
    saveMapping(v, `Sheet ${(made += 1)}`, MAPPING),
  ),
  'imports/saved-mappings.applyMapping': writer(
    'refused',
    (v, _t, ids) => {
      const [id = '', mapping = ''] = ids.split(' ')
      return applyMapping(v, id, mapping)
    },
    async (t, v) => `${await makeImport(t, v)} ${await makeMapping(t, v)}`,
  ),
  'imports/saved-mappings.deleteMapping': writer(
    'refused',
    (v, _t, id) => deleteMapping(v, id),
    makeMapping,
  ),
  'imports/queries.listImports': writer('refused', (v, t) => listImports(v, t.campaign.slug)),
}
