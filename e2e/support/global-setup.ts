import { makeTemplate } from './installation'

/** Runs once before all browser tests; what it returns runs after them. */
export default makeTemplate
