import { attemptReasons } from '@dossier/domain/parcel-story'
import { Checkbox, Fieldset, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../clients/postal.d.ts'
import { orProblem, postal } from '../frame/api.ts'
import { Act } from './act.tsx'
import { faults } from './faults.ts'
import type { Parcel } from './offices.ts'

/** What a counter tells of a parcel now. */
const steps = ['taken', 'arrived', 'out-for-delivery', 'attempted', 'delivered', 'damaged', 'lost', 'found'] as const
type Step = (typeof steps)[number]
type ScanDetail = components['schemas']['ScanInput']['detail']
type Props = { parcel: Parcel; onDone: () => void }

const stepsFor = ({ state, receiver }: Parcel): readonly Step[] => {
  if (state === 'packed') return ['taken']
  if (state === 'lost') return ['found']
  // To an authority nothing is delivered by a scan: it counts, and both sign.
  return steps.filter((step) => step !== 'found' && (step !== 'delivered' || receiver === null))
}

/** One step of a parcel, with what the law wants said of it. */
export const StepForm = ({ parcel, onDone }: Props) => {
  const { t } = useTranslation()
  const possible = stepsFor(parcel)
  const [step, setStep] = useState<Step>(possible[0] ?? 'taken')
  const [detail, setDetail] = useState<ScanDetail>({})
  const { papers, reason = 'absent', invited = true, to = 'applicant', fault = 'unknown', decision } = detail
  const check = (name: 'identityChecked' | 'authorisationShown' | 'signed') => (
    <Checkbox
      label={t(`post.${name}`)}
      required
      checked={detail[name] === true}
      onChange={({ currentTarget }) => setDetail({ ...detail, [name]: currentTarget.checked })}
    />
  )
  const said = (): ScanDetail => {
    if (step === 'attempted') return { reason, invited }
    if (step === 'delivered') return { ...detail, to }
    if (step === 'damaged') return { fault }
    if (step === 'lost') return { fault, ...(decision !== undefined && { decision }) }
    if (step === 'found') return {}
    return papers === undefined ? {} : { papers }
  }
  return (
    <Fieldset legend={t('post.tell')} className="screen">
      <Act
        label={t('post.write')}

        send={(key) =>
          orProblem(
            postal.POST('/parcels/{code}/steps', {
              params: { header: key, path: { code: parcel.code } },
              body: { step, detail: said() },
            }),
          )
        }
        onDone={onDone}
      >
        <Stack gap="sm" maw={480}>
          <Select
            label={t('post.step')}
            data={possible.map((value) => ({ value, label: t(`post.steps.${value}`) }))}
            value={step}
            allowDeselect={false}
            onChange={(value) => setStep(value ?? step)}
          />
          {step === 'taken' && (
            <NumberInput
              label={t('post.papersCounted')}
              min={0}
              allowDecimal={false}
              value={papers ?? ''}
              onChange={(value) => setDetail(value === '' ? {} : { papers: Number(value) })}
            />
          )}
          {step === 'attempted' && (
            <>
              <Select
                label={t('post.reason')}
                data={attemptReasons.map((value) => ({ value, label: t(`post.reasons.${value}`) }))}
                value={reason}
                allowDeselect={false}
                onChange={(value) => setDetail({ ...detail, reason: value ?? reason })}
              />
              <Checkbox
                label={t('post.invited')}
                checked={invited}
                onChange={({ currentTarget }) => setDetail({ ...detail, invited: currentTarget.checked })}
              />
            </>
          )}
          {(step === 'damaged' || step === 'lost') && (
            <Select
              label={t('post.fault')}
              data={faults.map((value) => ({ value, label: t(`post.faults.${value}`) }))}
              value={fault}
              allowDeselect={false}
              onChange={(value) => setDetail({ ...detail, fault: value ?? fault })}
            />
          )}
          {step === 'lost' && (
            <TextInput
              label={t('post.decision')}
              required
              autoComplete="off"
              value={decision ?? ''}
              onChange={({ currentTarget }) => setDetail({ ...detail, decision: currentTarget.value.trim() })}
            />
          )}
          {step === 'delivered' && (
            <>
              <Select
                label={t('post.handedTo')}
                data={(['applicant', 'representative'] as const).map((value) => ({
                  value,
                  label: t(`post.takers.${value}`),
                }))}
                value={to}
                allowDeselect={false}
                onChange={(value) => setDetail({ ...detail, to: value ?? to })}
              />
              {check('identityChecked')}
              {to === 'representative' && check('authorisationShown')}
              {check('signed')}
            </>
          )}
        </Stack>
      </Act>
    </Fieldset>
  )
}
