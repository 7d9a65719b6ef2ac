/** How one gets a new password where no mail is sent. */
export const ASK_SOMEBODY =
  'An owner of your workspace, or the operator of this site, can give you a link to choose a new one.'
