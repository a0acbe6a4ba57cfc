import { en } from './en'

/** Every text of the web app. A second language is a second object of this type. */
export type Texts = typeof en

export const t: Texts = en
