// Node preloads this where a test run takes another day for today (clock.ts).
import { shiftDate } from './shift-date.mjs'

shiftDate(Number(process.env.THROUGHLINE_TEST_DAYS ?? 0))
