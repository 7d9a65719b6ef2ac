// npm run bench -- capture [--show]: precision and recall of the reader of articles, by field.
import { ensureGenerated } from '../../scripts/lib/prepare.ts'

await ensureGenerated()
await import('./measure.ts')
