import type { UseFormReturn } from 'react-hook-form'
import { HELP_KINDS } from '@/shared/enums'
import { Choice } from '@/shared/ui/choice'
import { FieldGroup } from '@/shared/ui/field'
import { useTexts } from '@/texts'
import type { CheckedWork, WorkFormValues } from './work-schema'

type Props = {
  form: UseFormReturn<WorkFormValues, unknown, CheckedWork>
  part: 'seeks' | 'offers'
  legend: string
}

/** What would help, or what one can give: kinds to tick, each with a line of one's own. */
export function HelpFields({ form, part, legend }: Props) {
  const t = useTexts()
  const values = form.watch(part)
  return (
    <FieldGroup legend={legend} error={form.formState.errors[part]?.message}>
      {HELP_KINDS.map((kind, index) => (
        <div key={kind}>
          <Choice type="checkbox" {...form.register(`${part}.${index}.chosen`)}>
            {t.words.help[kind]}
          </Choice>
          {values[index]?.chosen && (
            <input
              aria-label={t.you.helpLine(t.words.help[kind])}
              placeholder={t.you.helpLine(t.words.help[kind])}
              className="control mt-1 mb-2"
              {...form.register(`${part}.${index}.line`)}
            />
          )}
        </div>
      ))}
    </FieldGroup>
  )
}
