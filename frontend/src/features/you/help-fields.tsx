import type { UseFormReturn } from 'react-hook-form'
import type * as v from 'valibot'
import { Choice } from '@/shared/ui/choice'
import { FieldGroup } from '@/shared/ui/field'
import { t } from '@/texts'
import { helpKinds, type WorkForm, type WorkFormValues } from './work-schema'

type Props = {
  form: UseFormReturn<WorkFormValues, unknown, v.InferOutput<typeof WorkForm>>
  part: 'seeks' | 'offers'
  legend: string
}

/** What would help, or what one can give: kinds to tick, each with a line of one's own. */
export function HelpFields({ form, part, legend }: Props) {
  const values = form.watch(part)
  return (
    <FieldGroup legend={legend} error={form.formState.errors[part]?.message}>
      {helpKinds.map((kind, index) => (
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
