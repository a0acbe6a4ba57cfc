import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { createClient } from '@/shared/api/client'
import { initialLanguage, setLanguage } from '@/texts'
import { createAppRouter } from './router'
import '@/shared/ui/styles.css'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the app.')

const client = createClient(() => {
  const { pathname, href } = router.state.location
  if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { next: href } })
})
const router = createAppRouter(client)

// The page's code and data are fetched while the texts are on their way.
void router.load()
void setLanguage(initialLanguage()).then(() =>
  createRoot(root).render(
    <StrictMode>
      <Provider value={client}>
        <RouterProvider router={router} />
      </Provider>
    </StrictMode>,
  ),
)
