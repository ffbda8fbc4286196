import { parseS10 } from '@dossier/domain/s10'
import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { Act } from './act.tsx'

/** What came with a trip: each code scanned or typed on its own line. What is missing is before people at once. */
export const TakeTrip = ({ code, onDone }: { code: string; onDone: (said: string) => void }) => {
  const { t, i18n } = useTranslation()
  const [came, setCame] = useState('')
  const [surplus, setSurplus] = useState('')
  const codes = linesOf(came)
  const wrong = [...codes, ...linesOf(surplus)].flatMap((line) => {
    const read = parseS10(line)
    return read.is === 'refused' ? [`${line}: ${i18n.language === 'vi' ? read.problem.vi : read.problem.en}`] : []
  })
  return (
    <Act
      label={t('post.countTrip', { count: codes.length })}
      disabled={wrong.length > 0}

      send={(header) =>
        orProblem(
          postal.POST('/manifests/{code}/taking', {
            params: { header, path: { code } },
            body: { parcels: codes, surplus: linesOf(surplus) },
          }),
        )
      }
      onDone={({ arrived, missing }) =>
        onDone(
          missing.length === 0
            ? t('post.allCame', { code, count: arrived })
            : t('post.someMissing', { code, count: arrived, missing: missing.join(', ') }),
        )
      }
    >
      <Stack gap="sm" mt="sm">
        <Textarea
          label={t('post.came')}
          description={t('post.cameHint')}
          autosize
          minRows={3}
          data-autofocus
          value={came}
          onChange={({ currentTarget }) => setCame(currentTarget.value)}
        />
        <Textarea
          label={t('post.surplus')}
          autosize
          value={surplus}
          onChange={({ currentTarget }) => setSurplus(currentTarget.value)}
        />
        {wrong.map((said) => (
          <Text key={said} size="sm" role="alert" c="var(--mantine-color-error)">
            {said}
          </Text>
        ))}
      </Stack>
    </Act>
  )
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((line) => line.replaceAll(/\s/g, '').toUpperCase())
      .filter((line) => line !== ''),
  ),
]
