import { expect, type Locator, type Page, test } from '@playwright/test'
import { ready } from './demo'

const mostSteps = 120

/** Moves on with Tab until the wanted thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeAttached()
  for (let step = 0; step < mostSteps; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${wanted}.`)
}

test('the whole way by keyboard: sign in, read, search, narrow, add work, remove it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/sign-in')
  await ready(page)
  await tabTo(page, page.getByRole('main').getByRole('button').first())
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/')
  await expect(page.getByRole('article').first()).toBeVisible()

  await tabTo(page, page.getByRole('radio', { name: 'Learn' }))
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/intent=COLLABORATE/)
  // The list for that takes the place of the one before, and the focus with it.
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(page.getByRole('article').first()).toBeVisible()

  await tabTo(page, page.getByRole('article').first().getByRole('link').first())
  const outline = await page.evaluate(
    () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
  )
  expect(outline).toBe('solid')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/officials\//)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  await page.reload()
  await ready(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await tabTo(page, page.getByRole('banner').getByRole('link', { name: 'Directory' }))
  await page.keyboard.press('Enter')
  const stages = page.getByRole('complementary').getByRole('group', { name: 'Stage' })
  const drafting = stages.getByRole('checkbox', { name: /Drafting/ })
  await tabTo(page, drafting)
  await page.keyboard.press('Space')
  await expect(drafting).toBeChecked()
  await expect(drafting).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Remove Drafting' }))
  await page.keyboard.press('Enter')
  await expect(drafting).not.toBeChecked()

  await page.goto('/you')
  await ready(page)
  const own = await page.getByRole('article').getByRole('heading', { level: 3 }).allInnerTexts()
  await tabTo(page, page.getByRole('button', { name: 'Add work' }))
  await page.keyboard.press('Enter')
  const form = page.getByRole('region', { name: 'New work' })
  await tabTo(page, form.getByRole('combobox'))
  await expect(page.getByRole('option').first()).toBeVisible()
  const active = page.locator('[role=option][data-focused]')
  let issue: string | null | undefined
  do {
    await page.keyboard.press('ArrowDown')
    issue = await active.evaluate((option) => option.firstChild?.textContent)
  } while (issue && own.includes(issue))
  await page.keyboard.press('Enter')
  await expect(form.getByRole('combobox')).toHaveValue(issue ?? '')
  await expect(form.getByRole('combobox')).toBeFocused()
  await tabTo(page, form.getByRole('radio', { name: /Exploring/ }))
  await page.keyboard.press('Space')
  await tabTo(page, form.getByRole('button', { name: 'Save' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${issue} was saved`)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your work' })).toBeFocused()

  await tabTo(page, page.getByRole('button', { name: `Remove your work on ${issue}`, exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Yes, remove' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${issue} was removed`)).toBeVisible()
})
