import { useState } from 'react'
import { post } from '@/shared/api/post'
import { Button } from '@/shared/ui/button'
import { forgetLanguage, useTexts } from '@/texts'

export function SignOut({ onSignedOut }: { onSignedOut: () => void }) {
  const t = useTexts()
  const [failed, setFailed] = useState(false)
  async function leave() {
    setFailed(false)
    try {
      await post('/sign-out')
      forgetLanguage()
      onSignedOut()
    } catch {
      setFailed(true)
    }
  }
  return (
    <div>
      <Button look="other" onClick={leave}>
        {t.you.signOut}
      </Button>
      {failed && (
        <p role="alert" className="mt-1 text-red text-small">
          {t.you.signOutFailed}
        </p>
      )}
    </div>
  )
}
