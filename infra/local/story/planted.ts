import { referenceApplication } from './hand-in.ts'

const { fullName, email } = referenceApplication.form.applicant

/** Whom the stories plant: found outside intake’s and notifications’ own tables, personal data has leaked. */
export const planted = [fullName, email]
