import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { FieldErrorFragment } from '@/gql/graphql'
import { refusedFor } from '@/shared/ui/problem'
import type { Texts } from '@/texts'

/** Puts what the server found wrong at the field it is about; the rest goes above the form. */
export function placeErrors<Values extends FieldValues, Output>(
  t: Texts,
  form: UseFormReturn<Values, unknown, Output>,
  errors: FieldErrorFragment[],
): void {
  const fields = Object.keys(form.getValues())
  for (const error of errors) {
    const { field, code } = error
    const place = field && fields.includes(field) ? (field as Path<Values>) : 'root.server'
    form.setError(place, { type: code, message: refusedFor(t, error) }, { shouldFocus: true })
  }
}
