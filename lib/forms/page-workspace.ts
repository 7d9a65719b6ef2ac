/**
 * The field by which a form says in which workspace its page was opened. A session is in one workspace
 * at a time, and another tab, or a new sign-in, may have changed it since.
 */
export const PAGE_WORKSPACE = '_workspace'
