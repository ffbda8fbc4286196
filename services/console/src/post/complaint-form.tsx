import { Alert, Button, Fieldset, Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { day } from '../frame/moments.ts'
import { Act } from './act.tsx'

const matters = ['late', 'lost', 'damaged', 'contents', 'postage', 'conduct', 'other'] as const
const nobody = { name: '', phone: '', address: '' }

/** A complaint about a parcel, written down as it was said; it is answered by the day the law names (TT 17/2017 art. 8). */
export const ComplaintForm = ({ code }: { code: string }) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [taken, setTaken] = useState<{ complaint: string; on: string }>()
  const [about, setAbout] = useState<(typeof matters)[number]>('late')
  const [said, setSaid] = useState('')
  const [contact, setContact] = useState(nobody)
  if (taken !== undefined)
    return (
      <Alert color="gray" role="status" title={t('post.complaintTaken', { number: taken.complaint })}>
        {t('post.answerBy', { on: day(taken.on) })}
      </Alert>
    )
  if (!isOpen)
    return (
      <Group className="screen">
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('post.complain')}
        </Button>
      </Group>
    )
  return (
    <Fieldset legend={t('post.complain')} className="screen">
      <Act
        label={t('post.writeComplaint')}

        send={(header) =>
          orProblem(
            postal.POST('/parcels/{code}/complaints', {
              params: { header, path: { code } },
              body: { about, words: said, contact },
            }),
          )
        }
        onDone={({ complaint, answerBy }) => setTaken({ complaint, on: answerBy.on })}
      >
        <Stack gap="sm" maw={640}>
          <Select
            label={t('post.about')}
            data={matters.map((value) => ({ value, label: t(`post.matters.${value}`) }))}
            value={about}
            allowDeselect={false}
            onChange={(value) => setAbout(value ?? about)}
          />
          <Textarea
            label={t('post.words')}
            required
            autosize
            minRows={3}
            maxLength={5_000}
            value={said}
            onChange={({ currentTarget }) => setSaid(currentTarget.value)}
          />
          {(['name', 'phone', 'address'] as const).map((field) => (
            <TextInput
              key={field}
              label={t(`post.${field}`)}
              required
              autoComplete="off"
              value={contact[field]}
              onChange={({ currentTarget }) => setContact({ ...contact, [field]: currentTarget.value })}
            />
          ))}
        </Stack>
      </Act>
    </Fieldset>
  )
}
