import { expect, test } from '@playwright/test'
import { become, becomeStaff, cards } from './demo'

test('signing in with one click leads to three people with reasons that lead on', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByText('These people are invented')).toBeVisible()
  await become(page)

  const found = await cards(page)
  await expect(found).toHaveCount(3)
  for (const card of await found.all()) {
    await expect(card.getByText('Invented person')).toBeVisible()
    await expect(card.locator('mark')).not.toBeEmpty()
    const further = card.getByText(/ more reasons?$/)
    if (await further.isVisible()) await further.click()
    const reasons = card.getByRole('list').getByRole('listitem')
    expect(await reasons.count()).toBeGreaterThan(0)
    const shares = await reasons.getByText(/% of the match/).allTextContents()
    const total = shares.reduce((sum, share) => sum + Number.parseInt(share, 10), 0)
    expect(Math.abs(total - 100)).toBeLessThanOrEqual(shares.length)
    await expect(card.getByRole('img', { name: /^What links you and / })).toBeVisible()
  }

  const evidence = found.first().getByRole('list', { name: /^Why / }).getByRole('link').first()
  await evidence.click()
  await expect(page).toHaveURL(/\/(issues|localities)\//)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('There is nothing here')
})

test('one’s own issues narrow the suggestions, and the address remembers which', async ({
  page,
}) => {
  await become(page)
  await cards(page)
  const issues = page.getByRole('group', { name: 'Which of your issues' }).getByRole('radio')
  await issues.nth(1).check({ force: true })
  await expect(page).toHaveURL(/on=/)
  await page.reload()
  await expect(issues.nth(1)).toBeChecked()
  await page.getByRole('radio', { name: 'Work together' }).check({ force: true })
  await expect(page).toHaveURL(/intent=COLLABORATE/)
})

test('a list that is asked for anew takes the place of the old one', async ({ page }) => {
  await become(page)
  const found = await cards(page)
  await page.getByRole('button', { name: 'Make a new list' }).click()
  await expect(page.getByRole('status').filter({ hasText: /made anew/i })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(found).toHaveCount(3)
})

test('staff without an office see the directory and no suggestions', async ({ page }) => {
  await becomeStaff(page)
  await expect(page.getByRole('heading', { name: 'You are signed in as staff' })).toBeVisible()
  await page.getByRole('link', { name: 'Open the directory' }).click()
  await expect(page.getByRole('status').filter({ hasText: /\d officials/ })).toBeVisible()
})

test('after signing out nothing is shown any more', async ({ page }) => {
  await become(page)
  await page.goto('/you')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/directory')
  await expect(page).toHaveURL(/\/sign-in/)
})
