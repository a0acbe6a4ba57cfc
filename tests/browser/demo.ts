import { expect, type Page } from '@playwright/test'

let turn = 0

async function signIn(page: Page, role: 'member' | 'staff'): Promise<void> {
  await page.goto('/sign-in')
  const people = page.getByRole('main').getByRole('listitem').getByRole('button')
  await expect(people.first()).toBeVisible()
  const staff = page.getByText('Staff', { exact: true })
  const fitting = people.filter(role === 'staff' ? { has: staff } : { hasNot: staff })
  await fitting.nth(turn % (await fitting.count())).click()
  turn += 1
  await page.waitForURL((url) => url.pathname === '/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/**
 * Becomes an invented member: each time the next one, since the server counts what each of them
 * asks, and since the pages should be right for all of them.
 */
export async function become(page: Page): Promise<void> {
  await signIn(page, 'member')
}

export async function becomeStaff(page: Page): Promise<void> {
  await signIn(page, 'staff')
}

/** The cards of suggested people, once they are there. */
export async function cards(page: Page) {
  const found = page.getByRole('main').getByRole('article')
  await expect(found.first()).toBeVisible()
  return found
}

/** The addresses of one page of each kind, found by walking as a member would. */
export async function onePageOfEach(page: Page): Promise<string[]> {
  await page.goto('/')
  const card = (await cards(page)).first()
  const person = await card.getByRole('link').first().getAttribute('href')
  if (!person) throw new Error('A suggested person has no page.')
  await page.goto(person)
  const place = page.getByRole('complementary').locator('a[href^="/localities/"]').first()
  const issue = page.getByRole('main').locator('a[href^="/issues/"]').first()
  await expect(place).toBeVisible()
  const pages = await Promise.all([place, issue].map((link) => link.getAttribute('href')))
  await toOwnPlace(page)
  pages.push(new URL(page.url()).pathname)
  return ['/', '/directory', person, ...pages.filter((each) => each !== null), '/you', '/nowhere']
}

/** Walks to the page of the place that one serves. */
export async function toOwnPlace(page: Page): Promise<void> {
  await page.goto('/you')
  await page.getByRole('main').locator('a[href^="/officials/"]').click()
  await page.getByRole('complementary').locator('a[href^="/localities/"]').click()
  await page.waitForURL((url) => url.pathname.startsWith('/localities/'))
}

/** Waits until a page that was just loaded is there and takes keys: before that they go nowhere. */
export async function ready(page: Page): Promise<void> {
  await page.bringToFront()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true)
}

/** Waits until nothing is being read any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  await expect(page.getByText(/^(Loading|Cargando)…$/)).toHaveCount(0)
}
