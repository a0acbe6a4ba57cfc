import { expect, test } from '@playwright/test'
import { become, cards, toOwnPlace } from './demo'

test('one’s own place says which others are like it, and what is not known', async ({ page }) => {
  await become(page)
  await toOwnPlace(page)
  const alike = page.getByRole('region', { name: /^Places like yours for/ })
  const first = alike.getByRole('listitem').first()
  await expect(first.getByRole('link').first()).toBeVisible()
  await expect(first.getByText(/\d+% alike, by what is known/)).toBeVisible()
  await expect(first.getByRole('columnheader', { name: 'Your place' })).toBeVisible()
  await expect(first.getByText(/^Source: /).last()).toBeVisible()
  expect(await first.getByRole('row').count()).toBeGreaterThan(2)
})

test('a suggested person’s page says which organizations are active in either place', async ({
  page,
}) => {
  await become(page)
  await (await cards(page)).first().getByRole('link').first().click()
  const allies = page.getByRole('region', { name: 'Organizations in either place' })
  await expect(
    allies
      .getByText(/^Active on /)
      .or(allies.getByText('No organization is on record'))
      .first(),
  ).toBeVisible()
})
