import { expect, type Page, test } from '@playwright/test'
import { become } from './demo'

async function typing(page: Page, words: string) {
  await page.goto('/you')
  const profile = page.getByRole('region', { name: 'Your profile' })
  const about = profile.getByRole('textbox', { name: 'About you' })
  await about.fill(words)
  return { about, profile, save: profile.getByRole('button', { name: 'Save' }) }
}

test('a tab of one person writes nothing once another has signed in', async ({ page, context }) => {
  await become(page)
  const first = await typing(page, 'Typed by the first of two people.')
  const tab = await context.newPage()
  await become(tab)
  await tab.goto('/you')
  const theirs = tab.getByRole('textbox', { name: 'About you' })
  const before = await theirs.inputValue()

  await first.save.click()
  await expect(first.profile.getByText(/Somebody else has signed in/)).toBeVisible()
  await expect(first.about).toHaveValue('Typed by the first of two people.')
  await tab.reload()
  await expect(theirs).toHaveValue(before)
})

test('of two windows of one person, the second to save hears of it', async ({ page, context }) => {
  await become(page)
  await page.goto('/you')
  const before = await page.getByRole('textbox', { name: 'About you' }).inputValue()
  const first = await typing(page, `${before} Said in the first window.`)
  const second = await typing(await context.newPage(), 'Said in the second window.')

  await first.save.click()
  await expect(first.profile.getByText('Your profile was saved.')).toBeVisible()
  await second.save.click()
  await expect(second.profile.getByText(/changed in another window/)).toBeVisible()
  await expect(second.about).toHaveValue('Said in the second window.')

  await first.about.fill(before)
  await first.save.click()
  await expect(first.profile.getByText('Your profile was saved.')).toBeVisible()
  await page.reload()
  await expect(first.about).toHaveValue(before)
})
