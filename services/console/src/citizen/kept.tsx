import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../frame/api.ts'
import { day, minute } from '../frame/moments.ts'
import { ProblemShown } from '../frame/problem.tsx'
import type { useDraft } from './use-draft.ts'

/** Whether what was typed is kept, and until when. */
export const Kept = ({ draft }: { draft: ReturnType<typeof useDraft> }) => {
  const { t } = useTranslation()
  const { kept, trouble, isSaved } = draft
  if (trouble !== undefined)
    return (
      <ProblemShown problem={trouble}>
        {isProblem(trouble) && trouble.code === 'draft-moved-on' ? (
          <Button mt="xs" variant="default" onClick={() => window.location.reload()}>
            {t('apply.reload')}
          </Button>
        ) : (
          <Text size="sm">{t('apply.savedAgain')}</Text>
        )}
      </ProblemShown>
    )
  if (!isSaved) return <Text size="sm">{t('apply.saving')}</Text>
  return (
    <Text size="sm" role="status">
      {kept === undefined
        ? t('apply.notBegun')
        : t('apply.kept', { at: minute(kept.savedAt), until: day(kept.keptUntil) })}
    </Text>
  )
}
