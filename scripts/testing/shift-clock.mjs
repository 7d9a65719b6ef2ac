// Node preloads this where a test run takes another moment for now (clock.ts).
import { shiftDate } from './shift-date.mjs'

shiftDate(Number(process.env.THROUGHLINE_TEST_SHIFT_MS ?? 0))
