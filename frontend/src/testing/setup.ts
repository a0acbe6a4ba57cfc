import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { setLanguage } from '@/texts'
import { patience } from './patience'
import { server, unanswered } from './server'

configure({ asyncUtilTimeout: patience })

// What jsdom lacks: scrolling, dialogs, and the escaping of names in selectors.
window.scrollTo = () => {}
window.CSS ??= { escape: (name: string) => name.replaceAll(/[^\w-]/g, '\\$&') } as typeof CSS
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false
}

beforeAll(() => {
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookie store
  document.cookie = 'csrftoken=token-of-the-test'
  server.listen({
    onUnhandledRequest: (request, print) => {
      unanswered.push(`${request.method} ${request.url}`)
      print.error()
    },
  })
})

beforeEach(async () => {
  window.localStorage.clear()
  await setLanguage('en')
})

afterEach(() => {
  cleanup()
  server.resetHandlers()
  const forgotten = unanswered.splice(0)
  expect(forgotten, 'requests that the test did not answer').toEqual([])
})

afterAll(() => server.close())
