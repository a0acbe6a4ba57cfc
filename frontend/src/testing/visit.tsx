import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { Provider } from 'urql'
import { createAppRouter } from '@/app/router'
import { createClient } from '@/shared/api/client'

type Visit = { user: UserEvent; address: () => string; signedOut: () => boolean }

/** Opens a page of the real app, with its shell and its routes. */
export function visit(address: string): Visit {
  let out = false
  const client = createClient(() => {
    out = true
  })
  const router = createAppRouter(client, createMemoryHistory({ initialEntries: [address] }))
  render(
    <Provider value={client}>
      <RouterProvider router={router} />
    </Provider>,
  )
  return {
    user: userEvent.setup({ delay: null }),
    address: () => router.state.location.href,
    signedOut: () => out,
  }
}
