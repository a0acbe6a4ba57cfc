import type { FieldErrors, FieldValues } from 'react-hook-form'
import { useTexts } from '@/texts'

/** Above a form that was not saved: that nothing is lost, and what concerns no single field. */
export function FormProblem<Values extends FieldValues>({
  errors,
}: {
  errors: FieldErrors<Values>
}) {
  const t = useTexts()
  if (Object.keys(errors).length === 0) return null
  const server = errors.root?.server?.message
  return (
    <div role="alert" className="rounded-control border-2 border-red px-4 py-3 text-red">
      <p className="font-medium">{t.you.notSaved}</p>
      {Object.keys(errors).some((field) => field !== 'root') && <p>{t.you.seeMarked}</p>}
      {server && <p>{server}</p>}
    </div>
  )
}
