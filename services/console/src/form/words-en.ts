import type { vi } from './words-vi.ts'

export const en: typeof vi = {
  form: {
    ifAny: '{{title}} (if any)',
    sameAsApplicant: 'Same as the applicant',
    add: 'Add: {{title}}',
    remove: 'Remove {{title}}',
    choose: 'Choose',
    yes: 'Yes',
    no: 'No',
  },
}
