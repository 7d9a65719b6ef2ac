import 'server-only'

/**
 * Exports that take no viewer, or only compute with one: they give a condition or a shape and read
 * nothing, so there is nothing to refuse.
 */
export const readsNothing = new Set([
  'assignments/visible.assignedPlace',
  'assignments/visible.assignmentsVisibleTo',
  'assignments/visible.partsVisibleTo',
  'comments/visible.commentsVisibleTo',
  'comments/visible.placeOf',
  'comments/visible.recordOf',
  'demands/decisions.decided',
  'demands/dto.assessmentsVisibleTo',
  'demands/dto.demandSelect',
  'demands/dto.demandsVisibleTo',
  'demands/follow-ups.followUpsVisibleTo',
  'entries/queries.isUuid',
  'entries/spine.mayHaveStatus',
  'shares/reading/link-ids.withLinkIds',
  'shares/reading/record-ids.openRecordId',
  'shares/reading/record-ids.recordIdFor',
  'photos/visible.unattachedOf',
  'photos/visible.photosInHandsOf',
  'plans/dto.planSelect',
  'plans/visible.plansVisibleTo',
  'plans/visible.plansWritableBy',
  'photos/visible.photosVisibleTo',
  'directory/queries.directoryRows',
  'sources/dto.citationsVisibleTo',
  'sources/passages.passagesOf',
  'timeline/audience.audienceOf',
  'timeline/counts/cache-key.cacheKey',
  'timeline/counts/tally-folding.foldSoon',
  'timeline/filter/visible.campaignsVisibleSql',
  'timeline/filter/visible.talliesVisibleSql',
  'timeline/filter/visible.visibleSql',
])
