import { expect, type Page, test } from '@playwright/test'
import { become, cards, onePageOfEach, settled } from './demo'

/** Saves in one's profile which language to read, and waits until the page is in it. */
async function read(page: Page, language: 'en' | 'es'): Promise<void> {
  await page.goto('/you')
  const form = page.locator('form').filter({ has: page.getByRole('radio', { name: 'Español' }) })
  await form.getByRole('radio', { name: language === 'es' ? 'Español' : 'English' }).check()
  await form.locator('button[type=submit]').click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

test('whoever chooses Spanish reads it at once, on every page, and after a reload', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await become(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const pages = await onePageOfEach(page)
  const bundles: string[] = []
  page.on('request', (request) => bundles.push(new URL(request.url()).pathname))

  await read(page, 'es')
  try {
    await expect(page.getByRole('status').getByText('Su perfil se guardó.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Su trabajo' })).toBeVisible()
    await expect(page).toHaveTitle('Su página · Counterpart')

    bundles.length = 0
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Su trabajo' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
    await page.goto('/')
    await cards(page)
    await expect(
      page.getByRole('navigation').getByRole('link', { name: 'Para usted' }),
    ).toBeVisible()
    await expect(page.getByRole('img', { name: /^Lo que le une a / }).first()).toBeVisible()
    const texts = bundles.filter((file) => /\/(en|es)-[\w-]+\.js$/.test(file))
    expect(
      texts.every((file) => file.includes('/es-')),
      texts.join(),
    ).toBe(true)

    for (const address of pages) {
      await page.goto(address)
      await settled(page)
      await expect(page.locator('html')).toHaveAttribute('lang', 'es')
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(beyond, `${address} is pushed sideways`).toBe(0)
    }
  } finally {
    await read(page, 'en')
  }
})

test.describe('a browser that asks for Spanish', () => {
  test.use({ locale: 'es-MX' })

  test('is shown the page to sign in on in Spanish', async ({ page }) => {
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Elija quién quiere ser')
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  })
})
