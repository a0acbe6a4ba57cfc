import { expect, test } from '@playwright/test'
import { become, cards } from './demo'

test('a suggested person’s page says who they are and what they work on', async ({ page }) => {
  await become(page)
  const link = (await cards(page)).first().getByRole('link').first()
  const name = await link.innerText()
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page).toHaveTitle(`${name} · Counterpart`)
  await expect(page.getByText('Invented person').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'What they work on' })).toBeVisible()

  const place = page.getByRole('complementary').locator('a[href^="/localities/"]')
  const where = await place.innerText()
  await place.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(where)
  await expect(page.getByText('Population')).toBeVisible()
  await expect(page.getByRole('link', { name })).toBeVisible()
})

test('an unknown person is not found, and the way back is offered', async ({ page }) => {
  await become(page)
  await page.goto('/officials/nobody')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here')
  await page.getByRole('link', { name: 'Go to For you' }).click()
  await expect(page).toHaveURL(/\/$/)
})
