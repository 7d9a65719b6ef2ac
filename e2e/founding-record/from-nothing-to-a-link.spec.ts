import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'
import {
  addTheOrganizations,
  addTheSource,
  makeTheCampaign,
  setUpTheFirstOwner,
  signOutAndIn,
} from './begin'
import {
  logTheAdvertisement,
  logTheAnswer,
  logTheFiring,
  logTheInquiry,
  logTheRally,
} from './log-entries'
import {
  confirmTheAnswer,
  editTheRally,
  endTheLink,
  makeALink,
  readTheLink,
  readTheTimeline,
} from './read-and-share'

test('from an empty machine to a shared link', async ({
  emptyInstallation: { url, setupLink },
  page,
  browser,
}) => {
  await test.step('set up the first owner with the one-time link', () =>
    setUpTheFirstOwner(page, setupLink))
  await test.step('sign out and in again', () => signOutAndIn(page))
  await test.step('make the campaign', () => makeTheCampaign(page))
  await test.step('say who the organizations are', () => addTheOrganizations(page))
  await test.step('keep the source with its text and pictures', () => addTheSource(page))
  await test.step('log the rally with its doubts, demands and speakers', () => logTheRally(page))
  await test.step('log the answer by Ring with its stance', () => logTheAnswer(page))
  await test.step('log the inquiry that was not answered at once', () => logTheInquiry(page))
  await test.step('log the account of a firing, according to whom', () => logTheFiring(page))
  await test.step('log the advertisement as context', () => logTheAdvertisement(page))
  await test.step('confirm what the answer means for the demand', () => confirmTheAnswer(page))
  await test.step('review the campaign as a timeline', () => readTheTimeline(page))
  await test.step('edit an entry', () => editTheRally(page))
  const link = await test.step('make a read-only link', () => makeALink(page, url))
  await test.step('somebody without an account reads it, with scripting off', () =>
    readTheLink(browser, link))
  await test.step('end the link: it is gone', () => endTheLink(page, { url, link }))
  await test.step('what does not exist says so', async () => {
    const response = await page.goto(`${url}/campaigns/no-such-campaign`)
    expect(response?.status()).toBe(404)
    await expectAccessible(page)
  })
})
