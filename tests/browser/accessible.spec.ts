import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { become, onePageOfEach, settled } from './demo'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return found.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html}`))
}

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any page, ${width} px wide, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto('/sign-in')
      await settled(page)
      expect(await violations(page)).toEqual([])
      await become(page)
      for (const address of await onePageOfEach(page)) {
        await page.goto(address)
        await settled(page)
        expect(await violations(page), address).toEqual([])
      }

      await page.goto('/you')
      await page.getByRole('button', { name: 'Add work' }).click()
      const form = page.getByRole('region', { name: 'New work' })
      await form.getByRole('button', { name: 'Save' }).click()
      await form.getByRole('checkbox').first().check()
      expect(await violations(page), 'the form with its errors').toEqual([])
    })
  }
}

test('the sheet of filters on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await become(page)
  await page.goto('/directory')
  await settled(page)
  await page.getByRole('button', { name: 'Filters' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('nothing has to be pushed sideways, 360 px wide', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await become(page)
  for (const address of await onePageOfEach(page)) {
    await page.goto(address)
    await settled(page)
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(beyond, address).toBe(0)
  }
})
