import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { LIMITS } from '@/shared/limits'
import { useTexts } from '@/texts'

const pause = 300

/** The words to search for. They count once nobody has typed for a moment. */
export function SearchField({
  words,
  onWords,
}: {
  words: string
  onWords: (words: string) => void
}) {
  const t = useTexts()
  const [typed, setTyped] = useState(words)
  const sent = useRef(words)
  const report = useRef(onWords)
  report.current = onWords

  useEffect(() => {
    // Back, forward or "clear all" changed the address: show what it says now.
    if (words !== sent.current) {
      sent.current = words
      setTyped(words)
    }
  }, [words])

  useEffect(() => {
    if (typed === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed
      report.current(typed)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed])

  return (
    <div className="relative">
      <Search
        size={18}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-muted"
      />
      <input
        type="search"
        aria-label={t.directory.search}
        placeholder={t.directory.placeholder}
        value={typed}
        maxLength={LIMITS.search.words}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        className="control pl-11!"
      />
    </div>
  )
}
