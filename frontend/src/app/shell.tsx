import { Outlet, useLocation } from '@tanstack/react-router'
import { useLayoutEffect, useRef } from 'react'
import { isDemo } from '@/shared/api/mode'
import { useTexts } from '@/texts'
import { Header } from './header'
import { Tabs } from './tabs'

/** Moves the focus when one page follows another, so that the new one is read out. */
function useFocusOnNewPage() {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  // Before the effects of the new page, whose heading takes the focus over from here.
  useLayoutEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    document.getElementById('content')?.focus({ preventScroll: true })
  }, [pathname])
}

/** What stands around every page. */
export function Shell() {
  const t = useTexts()
  const { pathname } = useLocation()
  const signedIn = pathname !== '/sign-in'
  useFocusOnNewPage()
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-30 bg-surface px-4 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t.app.skip}
      </a>
      {signedIn && <Header />}
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-page grow px-4 pt-6 pb-12 outline-none sm:px-6 sm:pt-9"
      >
        <Outlet />
      </main>
      <footer
        className={`border-line border-t py-6 text-muted text-small ${signedIn ? 'max-sm:pb-28' : ''}`}
      >
        <p className="mx-auto max-w-page px-4 sm:px-6">
          {isDemo() && `${t.app.inventedFooter} `}
          {t.app.membersOnly}
        </p>
      </footer>
      {signedIn && <Tabs />}
    </div>
  )
}
