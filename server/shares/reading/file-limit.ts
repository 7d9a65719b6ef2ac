import 'server-only'

/** The most entries that one download holds; it says so where there are more. */
export const MOST_IN_A_FILE = 10_000
