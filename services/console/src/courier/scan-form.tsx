import { attemptReasons } from '@dossier/domain/parcel-story'
import { parseS10 } from '@dossier/domain/s10'
import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhotoInput } from './photo-input.tsx'
import type { Detail, KeptScan } from './shelves.ts'
import { SignaturePad } from './signature-pad.tsx'
import type { Pictures } from './use-scans.ts'

// The decoder is large: it comes when the camera is first wanted, and is kept for days without a network.
const Camera = lazy(async () => ({ default: (await import('./camera.tsx')).Camera }))

const steps = ['taken', 'out-for-delivery', 'attempted', 'delivered'] as const
type Step = (typeof steps)[number]
type Scanned = Pick<KeptScan, 'parcel' | 'step' | 'detail'>
type Props = { add: (scan: Scanned, pictures: Pictures) => Promise<{ kept: KeptScan; isNew: boolean }> }
const checks = ['identityChecked', 'signed'] as const

/** One scan after the other: by camera, by a scanner that types, or by hand with the check digit asked. */
export const ScanForm = ({ add }: Props) => {
  const { t, i18n } = useTranslation()
  const [step, setStep] = useState<Step>('taken')
  const [code, setCode] = useState('')
  const [detail, setDetail] = useState<Detail>({})
  const [signature, setSignature] = useState<string | null>(null)
  const [photo, setPhoto] = useState<string | null>(null)
  const [isLooking, setLooking] = useState(false)
  const [round, setRound] = useState(0) // each recipient gets an empty field to sign in
  const [said, setSaid] = useState('')
  const [wrong, setWrong] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { reason = 'absent', invited = true, to = 'applicant' } = detail

  const mayTake = to === 'applicant' || detail.authorisationShown === true
  const lacks = step === 'delivered' && !(mayTake && checks.every((name) => detail[name] === true))
  const scan = async (text: string) => {
    const read = parseS10(text)
    if (read.is === 'refused') {
      setSaid('')
      setWrong(i18n.language === 'vi' ? read.problem.vi : read.problem.en)
      return
    }
    if (lacks) {
      setWrong(t('courier.checkFirst'))
      return
    }
    const parcel = read.item.code
    const seen: Detail =
      step === 'attempted' ? { reason, invited } : step === 'delivered' ? { ...detail, to, identityChecked: true } : {}
    const pictures: Pictures = {
      ...(step === 'delivered' && signature !== null && { signature }),
      ...((step === 'delivered' || step === 'attempted') && photo !== null && { photo }),
    }
    const { isNew } = await add({ parcel, step, detail: seen }, pictures)
    setWrong('')
    setSaid(t(isNew ? 'courier.kept' : 'courier.already', { parcel, step: t(`courier.steps.${step}`) }))
    setCode('')
    if (step === 'delivered') setDetail({}) // the next recipient is another person
    setSignature(null)
    setPhoto(null)
    setRound(round + 1)
    navigator.vibrate?.(isNew ? 60 : [40, 40, 40])
    field.current?.focus()
  }
  const check = (name: 'identityChecked' | 'authorisationShown' | 'signed') => (
    <Checkbox
      size="md"
      label={t(`courier.${name}`)}
      checked={detail[name] === true}
      onChange={({ currentTarget }) => setDetail({ ...detail, [name]: currentTarget.checked })}
    />
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void scan(code)
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={2} spacing="xs" role="group" aria-label={t('courier.step')}>
          {steps.map((one) => (
            <Button
              key={one}
              size="md"
              variant={one === step ? 'filled' : 'default'}
              aria-pressed={one === step}
              onClick={() => setStep(one)}
            >
              {t(`courier.steps.${one}`)}
            </Button>
          ))}
        </SimpleGrid>
        {step === 'attempted' && (
          <>
            <Select
              size="md"
              label={t('courier.reason')}
              data={attemptReasons.map((value) => ({ value, label: t(`courier.reasons.${value}`) }))}
              value={reason}
              allowDeselect={false}
              onChange={(value) => setDetail({ ...detail, reason: value ?? reason })}
            />
            <Checkbox
              size="md"
              label={t('courier.invited')}
              checked={invited}
              onChange={({ currentTarget }) => setDetail({ ...detail, invited: currentTarget.checked })}
            />
          </>
        )}
        {step === 'delivered' && (
          <>
            <Select
              size="md"
              label={t('courier.handedTo')}
              data={(['applicant', 'representative'] as const).map((value) => ({
                value,
                label: t(`courier.takers.${value}`),
              }))}
              value={to}
              allowDeselect={false}
              onChange={(value) => setDetail({ ...detail, to: value ?? to })}
            />
            {check('identityChecked')}
            {to === 'representative' && check('authorisationShown')}
            <SignaturePad
              key={round}
              onDrawn={(content) => {
                setSignature(content)
                setDetail((was) => ({ ...was, signed: content !== null }))
              }}
            />
            {check('signed')}
          </>
        )}
        {(step === 'attempted' || step === 'delivered') && <PhotoInput photo={photo} onPhoto={setPhoto} />}
        {isLooking && (
          <Suspense fallback={<Text>{t('loading')}</Text>}>
            <Camera
              onCode={(text) => {
                setLooking(false)
                void scan(text)
              }}
              onTrouble={(told) => {
                setLooking(false)
                setWrong(told)
              }}
            />
          </Suspense>
        )}
        <TextInput
          ref={field}
          size="md"
          label={t('courier.code')}
          description={t('courier.codeHint')}
          value={code}
          error={wrong === '' ? undefined : wrong}
          autoComplete="off"
          autoCapitalize="characters"
          enterKeyHint="done"
          onChange={({ currentTarget }) => {
            setCode(currentTarget.value)
            setWrong('')
          }}
        />
        <Group grow>
          <Button type="submit" size="md">
            {t('courier.keep')}
          </Button>
          <Button size="md" variant="default" onClick={() => setLooking(!isLooking)}>
            {t(isLooking ? 'courier.closeCamera' : 'courier.camera')}
          </Button>
        </Group>
        <Text role="status" mih="1.5em">
          {said}
        </Text>
      </Stack>
    </form>
  )
}
