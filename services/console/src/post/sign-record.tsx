import { Alert, Anchor, Fieldset, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { Act } from './act.tsx'
import { UnsignedRecords } from './unsigned-records.tsx'

/** The courier's half: he signs the record whose number the desk reads out. From this moment a dossier is lawfully submitted. */
export const SignRecord = ({ office }: { office: string }) => {
  const { t } = useTranslation()
  const [number, setNumber] = useState('')
  const [signed, setSigned] = useState<{ number: string; signedAt: string }>()
  return (
    <>
      <UnsignedRecords office={office} onChosen={setNumber} />
      <Fieldset legend={t('post.signRecord')}>
        {signed !== undefined && (
          <Alert color="gray" role="status" mb="sm" title={t('post.recordSigned', { at: minute(signed.signedAt) })}>
            <Anchor href={`/api/postal/handover-records/${signed.number}.pdf`} target="_blank">
              {signed.number}
            </Anchor>
          </Alert>
        )}
        <Act
          label={t('post.sign')}
          disabled={number === ''}

          send={(header) =>
            orProblem(postal.POST('/handover-records/{number}/signature', { params: { header, path: { number } } }))
          }
          onDone={(answer) => {
            setSigned(answer)
            setNumber('')
          }}
        >
          <TextInput
            maw={320}
            label={t('post.recordNumber')}
            description={t('post.recordHint')}
            autoComplete="off"
            value={number}
            onChange={({ currentTarget }) => setNumber(currentTarget.value.trim().toUpperCase())}
          />
        </Act>
      </Fieldset>
    </>
  )
}
