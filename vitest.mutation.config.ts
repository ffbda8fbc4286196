import { defineConfig } from 'vitest/config'

/** The quick tests of the legal clock; those that start programs or count on paper would be run for every mutant. */
const subjects =
  '{alarm-plan,clock-problems,deadline-questions,due-date-certificate,due-plan,explanation*,legal-clock,light,office-hours,posting,scenario-*,stored-walk}'

// oxlint-disable-next-line import/no-default-export -- Vitest reads its configuration from there
export default defineConfig({
  test: { include: [`packages/domain/test/${subjects}.test.ts`] },
})
