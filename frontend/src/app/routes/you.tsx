import { You } from '@/features/you/you'
import { useTitle } from '@/shared/ui/page'
import { useTexts } from '@/texts'

export default function YouRoute() {
  const t = useTexts()
  useTitle(t.you.title)
  return <You onSignedOut={() => window.location.assign('/sign-in')} />
}
