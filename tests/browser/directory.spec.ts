import { expect, type Page, test } from '@playwright/test'
import { become } from './demo'

function counted(page: Page) {
  return page.getByRole('status').filter({ hasText: /officials?$/ })
}

async function count(page: Page): Promise<number> {
  return Number((await counted(page).innerText()).replaceAll(/\D/g, ''))
}

test('search and facets narrow the list; the address, back and the chips follow', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await become(page)
  await page.goto('/directory')
  await expect(counted(page)).toBeVisible()
  const all = await count(page)

  const stages = page.getByRole('complementary').getByRole('group', { name: 'Stage' })
  const adopted = stages.getByRole('checkbox', { name: /Adopted/ })
  const promised = Number(
    (await stages.locator('label', { hasText: 'Adopted' }).innerText()).replaceAll(/\D/g, ''),
  )
  await adopted.check()
  await expect(page).toHaveURL(/stage=ADOPTED/)
  await expect.poll(() => count(page)).toBe(promised)
  expect(promised).toBeLessThan(all)

  await stages.getByRole('checkbox', { name: /Implementing/ }).check()
  await expect(page).toHaveURL(/stage=ADOPTED&stage=IMPLEMENTING/)
  await expect.poll(() => count(page)).toBeGreaterThanOrEqual(promised)

  await page.goBack()
  await expect.poll(() => count(page)).toBe(promised)
  await expect(adopted).toBeChecked()
  await page.reload()
  await expect(adopted).toBeChecked()
  await expect.poll(() => count(page)).toBe(promised)

  await page.getByRole('button', { name: 'Remove Adopted' }).click()
  await expect.poll(() => count(page)).toBe(all)

  const first = page.getByRole('list', { name: 'Officials found' }).getByRole('link').first()
  const name = await first.innerText()
  await page.getByRole('searchbox').fill(name)
  await expect(page).toHaveURL(/q=/)
  await expect.poll(() => count(page)).toBeLessThan(all)
  await expect(first).toHaveText(name)

  await page.getByRole('searchbox').fill('zzzz no such person')
  await expect(page.getByRole('heading', { name: 'Nobody matches all of this' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear all' }).first().click()
  await expect.poll(() => count(page)).toBe(all)
})

test('more people come on demand, and back returns to the same list', async ({ page }) => {
  await become(page)
  await page.goto('/directory')
  const people = page.getByRole('list', { name: 'Officials found' }).getByRole('listitem')
  await expect(people).toHaveCount(20)
  await page.getByRole('link', { name: 'Show more' }).click()
  await expect(people).toHaveCount(40)
  const last = people.last().getByRole('link')
  const name = await last.innerText()
  await last.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.goBack()
  await expect(people).toHaveCount(40)
})

test('on a phone the filters open in a sheet that keeps the focus and closes with Escape', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await become(page)
  await page.goto('/directory')
  await expect(counted(page)).toBeVisible()
  const open = page.getByRole('button', { name: 'Filters' })
  await open.click()
  const sheet = page.getByRole('dialog', { name: 'Filters' })
  await sheet.getByRole('checkbox', { name: /Drafting/ }).check()
  await expect(page).toHaveURL(/stage=DRAFTING/)
  await expect(sheet.getByRole('button', { name: /^Show \d+ official/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeFocused()
})
