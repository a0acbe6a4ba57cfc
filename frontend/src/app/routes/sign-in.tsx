import { getRouteApi } from '@tanstack/react-router'
import { SignIn } from '@/features/signing-in/sign-in'
import { useTitle } from '@/shared/ui/page'
import { useTexts } from '@/texts'

const route = getRouteApi('/sign-in')

/** Where one wanted to go before signing in; only ever a page of this site. */
function destination(next: string | undefined): string {
  const here = window.location.origin
  return next && new URL(next, here).origin === here ? next : '/'
}

export default function SignInRoute() {
  const t = useTexts()
  useTitle(t.signIn.title)
  const { next } = route.useSearch()
  // A whole new page: nothing that the person before has read stays in memory.
  return <SignIn onSignedIn={() => window.location.assign(destination(next))} />
}
