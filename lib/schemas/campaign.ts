import { z } from 'zod'
import { isZone } from '../dates/days'
import { zoneNamed } from '../dates/zone-named'
import { longText, requiredLine, optionalVersion } from './text'
import {
  campaignRoleLabels,
  campaignStatusLabels,
  dayOrderLabels,
  keysOf,
  organizationKindLabels,
  weekStartLabels,
} from './words'
import { lineText, optionalId } from './text'

/** A campaign as a form, an import or the command line gives it. The slug follows from the title. */
export const campaignSchema = z.strictObject({
  title: requiredLine(200, 'Give the campaign a title, so that people can find it.'),
  summary: longText(5_000).default(''),
  status: z.enum(keysOf(campaignStatusLabels), 'Choose one from the list.').default('active'),
  timeZone: z
    .string()
    .transform(zoneNamed)
    .refine(
      isZone,
      'Choose the time zone in which the campaign counts its days: type the city that it is named after, such as Los Angeles or New York.',
    ),
  dayOrder: z.enum(keysOf(dayOrderLabels), 'Choose one from the list.').default('ask'),
  weekStart: z.enum(keysOf(weekStartLabels), 'Choose one from the list.').default('monday'),
})
export type CampaignInput = z.output<typeof campaignSchema>

/** The same for an edit; its address stays as it is. */
export const campaignEditSchema = campaignSchema.extend({ version: optionalVersion() })
export type CampaignEditInput = z.output<typeof campaignEditSchema>

/** An organization in the directory; its parent is found by name or made. */
export const organizationSchema = z.strictObject({
  name: requiredLine(200, 'Give the organization a name.'),
  kind: z.enum(keysOf(organizationKindLabels), 'Choose one from the list.').default('other'),
  parent: lineText(200).default(''),
  otherNames: lineText(1_000).default(''),
  version: optionalVersion(),
})
export type OrganizationInput = z.output<typeof organizationSchema>

/** An organization's role in a campaign; the organization is found by name or made. */
export const campaignOrganizationSchema = z.strictObject({
  name: requiredLine(200, 'Give the organization a name.'),
  kind: z.union([z.enum(keysOf(organizationKindLabels)), z.literal('')]).default(''),
  parent: lineText(200).default(''),
  role: z.enum(keysOf(campaignRoleLabels), 'Choose what the organization is to this campaign.'),
})
export type CampaignOrganizationInput = z.output<typeof campaignOrganizationSchema>

/** Which record a small form is about, where nothing else is asked. */
export const recordSchema = z.strictObject({
  id: z.uuid(),
  version: optionalVersion(),
  reason: longText(1_000).optional(),
  next: optionalId(),
})
