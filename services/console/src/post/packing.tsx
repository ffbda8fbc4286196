import { Alert, Anchor, Checkbox, Fieldset, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orProblem, postal } from '../frame/api.ts'
import { minute } from '../frame/moments.ts'
import { Act } from './act.tsx'
import { Asked } from './asked.tsx'
import type { Parcel } from './offices.ts'

const nobody = { name: '', phone: '', address: '' }

/** Results the desk has to pack for the post: the conductor ordered them, the courier fetches them next. */
export const Packing = ({ desk }: { desk: string }) => {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const [packed, setPacked] = useState<Parcel>()
  const listed = useQuery({
    queryKey: ['post', 'dispatches', desk],
    enabled: desk !== '',
    queryFn: () => orProblem(postal.GET('/dispatches', { params: { query: { desk } } })),
  })
  return (
    <Fieldset legend={t('post.packing')}>
      {packed !== undefined && (
        <Alert color="gray" role="status" mb="sm" title={t('post.packed', { code: packed.code })}>
          <Group>
            <Anchor href={`/api/postal/parcels/${packed.code}/label.pdf`} target="_blank">
              {t('post.printLabel')}
            </Anchor>
            <Anchor href={`/api/postal/slips/${packed.slip}.pdf`} target="_blank">
              {t('post.printSlip')}
            </Anchor>
          </Group>
        </Alert>
      )}
      <Asked of={listed}>
        {({ dispatches }) =>
          dispatches.length === 0 ? (
            <Text role="status">{t('post.nothingToPack')}</Text>
          ) : (
            <Stack gap="sm">
              <Select
                maw={480}
                label={t('post.toPack')}
                data={dispatches.map(({ dossierId, order, orderedAt }) => ({
                  value: `${dossierId} ${order}`,
                  label: t('post.orderedAt', { at: minute(orderedAt), id: dossierId.slice(-12), order }),
                }))}
                value={chosen}
                onChange={setChosen}
              />
              {chosen !== null && (
                <PackOne
                  key={chosen}
                  desk={desk}
                  dossierId={chosen.split(' ')[0] ?? ''}
                  order={Number(chosen.split(' ')[1])}
                  onDone={(parcel) => {
                    setPacked(parcel)
                    setChosen(null)
                  }}
                />
              )}
            </Stack>
          )
        }
      </Asked>
    </Fieldset>
  )
}

type One = { desk: string; dossierId: string; order: number; onDone: (parcel: Parcel) => void }

const PackOne = ({ desk, dossierId, order, onDone }: One) => {
  const { t } = useTranslation()
  const [left, setLeft] = useState<readonly string[]>([])
  const [recipient, setRecipient] = useState(nobody)
  const [more, setMore] = useState({ postage: 26_000, seal: '', isElsewhere: false })
  const kept = useQuery({
    queryKey: ['post', 'kept', desk],
    queryFn: () => orProblem(postal.GET('/custody', { params: { query: { organisation: desk } } })),
  })
  return (
    <Asked of={kept}>
      {({ papers: all }) => {
        const papers = all.filter((one) => one.dossierId === dossierId)
        const inside = papers.filter(({ paper }) => !left.includes(paper)).map(({ paper }) => paper)
        if (papers.length === 0) return <Text role="status">{t('post.papersElsewhere')}</Text>
        return (
          <Act
            label={t('post.pack')}
            disabled={inside.length === 0}

            send={(header) =>
              orProblem(
                postal.POST('/parcels', {
                  params: { header },
                  body: {
                    dossierId,
                    from: desk,
                    to: null,
                    order,
                    papers: inside,
                    postage: more.postage,
                    ...(more.seal !== '' && { seal: more.seal }),
                    ...(more.isElsewhere && { recipient }),
                  },
                }),
              )
            }
            onDone={onDone}
          >
            <Checkbox.Group
              label={t('post.papersToPack')}
              value={inside}
              onChange={(chosen) =>
                setLeft(papers.map(({ paper }) => paper).filter((paper) => !chosen.includes(paper)))
              }
            >
              <Stack gap={6} mt={4}>
                {papers.map(({ paper, kind, component }) => (
                  <Checkbox key={paper} value={paper} label={`${t(`post.paperKinds.${kind}`)} · ${component}`} />
                ))}
              </Stack>
            </Checkbox.Group>
            <Checkbox
              label={t('post.recipientGiven')}
              description={t('post.recipientHint')}
              checked={more.isElsewhere}
              onChange={({ currentTarget }) => setMore({ ...more, isElsewhere: currentTarget.checked })}
            />
            {more.isElsewhere &&
              (['name', 'phone', 'address'] as const).map((field) => (
                <TextInput
                  key={field}
                  label={t(`post.${field}`)}
                  required
                  autoComplete="off"
                  value={recipient[field]}
                  onChange={({ currentTarget }) => setRecipient({ ...recipient, [field]: currentTarget.value })}
                />
              ))}
            <Group align="end">
              <NumberInput
                label={t('post.postage')}
                required
                min={0}
                allowDecimal={false}
                thousandSeparator="."
                decimalSeparator=","
                value={more.postage}
                onChange={(value) => setMore({ ...more, postage: Number(value) })}
              />
              <TextInput
                label={t('post.seal')}
                autoComplete="off"
                value={more.seal}
                onChange={({ currentTarget }) => setMore({ ...more, seal: currentTarget.value })}
              />
            </Group>
          </Act>
        )
      }}
    </Asked>
  )
}
