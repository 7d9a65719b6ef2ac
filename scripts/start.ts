// npm start and npm run dev.
import { supervise } from './lib/supervisor'

process.exit(await supervise({ dev: process.argv.includes('--dev') }))
