import { Paper, Stack, Table, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { LightShown } from '../frame/light.tsx'
import { day, daysUntil } from '../frame/moments.ts'
import type { Row } from './use-worklist.ts'

type Listed = {
  rows: readonly Row[]
  total: number
  current: number
  chosen: ReadonlySet<string>
  set: (ids: readonly string[], to: boolean) => void
  /** The end of what is there comes near. */
  onNearEnd: () => void
}
const nearEnd = 40

/** The rows in sight, however many there are; on paper all of them, or those chosen. */
export const WorklistRows = ({ rows, total, current, chosen, set, onNearEnd }: Listed) => {
  const { t } = useTranslation()
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false })
  const isPrinting = usePrinting()
  const place = useRef<HTMLDivElement>(null)
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (isWide ? 41 : 132),
    overscan: 15,
    scrollMargin: place.current?.offsetTop ?? 0,
    scrollPaddingStart: 64, // the head of the page lies over the list
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const inSight = virtual.getVirtualItems()
  const last = inSight.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - nearEnd) onNearEnd()
  }, [last, rows.length, onNearEnd])
  const shown = useRef(current)
  useEffect(() => {
    if (shown.current !== current) virtual.scrollToIndex(current, { align: 'auto' })
    shown.current = current
  }, [current, virtual])

  const printed = chosen.size > 0 ? rows.filter(({ id }) => chosen.has(id)) : rows
  const items = isPrinting
    ? printed.map((row, index) => ({ row, index }))
    : inSight.flatMap(({ index }) => (rows[index] === undefined ? [] : [{ row: rows[index], index }]))
  const above = isPrinting ? 0 : (inSight[0]?.start ?? 0) - virtual.options.scrollMargin
  const below = isPrinting ? 0 : virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0) + virtual.options.scrollMargin

  if (!isWide && !isPrinting)
    return (
      <div ref={place}>
        <div style={{ height: above }} />
        <Stack gap={0} component="ul" className="cards">
          {items.map(({ row, index }) => (
            <li key={row.id} ref={virtual.measureElement} data-index={index} style={{ paddingBottom: 8 }}>
              <Card row={row} isChosen={chosen.has(row.id)} set={set} />
            </li>
          ))}
        </Stack>
        <div style={{ height: Math.max(0, below) }} />
      </div>
    )
  return (
    <div ref={place}>
      <Table highlightOnHover aria-rowcount={total + 1}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="screen" w={40}>
              <span className="heard">{t('bulk.selectNone')}</span>
            </Table.Th>
            {(['code', 'procedure', 'state', 'why', 'due', 'light'] as const).map((column) => (
              <Table.Th key={column}>{t(`worklist.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <tbody>
          {above > 0 && <Spacer height={above} />}
          {items.map(({ row, index }) => (
            <Line
              key={row.id}
              row={row}
              index={index}
              isCurrent={index === current && !isPrinting}
              isChosen={chosen.has(row.id)}
              set={set}
              measure={virtual.measureElement}
            />
          ))}
          {below > 0 && <Spacer height={below} />}
        </tbody>
      </Table>
    </div>
  )
}

const Spacer = ({ height }: { height: number }) => (
  <tr aria-hidden>
    <td colSpan={7} style={{ height, padding: 0 }} />
  </tr>
)

type Shown = { row: Row; isChosen: boolean; set: Listed['set'] }
const Tick = ({ row, isChosen, set }: Shown) => {
  const { t } = useTranslation()
  return (
    <input
      type="checkbox"
      className="tick"
      aria-label={t('bulk.select', { code: row.code ?? row.name })}
      checked={isChosen}
      onChange={({ currentTarget }) => set([row.id], currentTarget.checked)}
      // After the mouse the keys go on: they would not be heard in a field.
      onClick={({ detail, currentTarget }) => detail > 0 && currentTarget.blur()}
    />
  )
}

type LineShown = Shown & { index: number; isCurrent: boolean; measure: (line: HTMLElement | null) => void }
const Line = memo(({ row, index, isCurrent, isChosen, set, measure }: LineShown) => {
  const { t } = useTranslation()
  return (
    <Table.Tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-current={isCurrent}
      bg={isCurrent || isChosen ? 'var(--mantine-primary-color-light)' : ''}
      style={isCurrent ? { boxShadow: 'inset 3px 0 0 var(--mantine-primary-color-filled)' } : {}}
    >
      <Table.Td className="screen">
        <Tick row={row} isChosen={isChosen} set={set} />
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Link to="/ho-so/$dossierId" params={{ dossierId: row.id }}>
          {row.code ?? t('worklist.noCode')}
        </Link>
      </Table.Td>
      <Table.Td>{row.name}</Table.Td>
      <Table.Td>{t(`states.${row.state}`, row.state)}</Table.Td>
      <Table.Td>{t(`worklist.because.${row.because}`)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{row.dueOn !== null && <DueOn on={row.dueOn} />}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <LightShown light={row.light} />
      </Table.Td>
    </Table.Tr>
  )
})

const Card = memo(({ row, isChosen, set }: Shown) => {
  const { t } = useTranslation()
  return (
    <Paper withBorder p="sm">
      <Tick row={row} isChosen={isChosen} set={set} />{' '}
      <Link to="/ho-so/$dossierId" params={{ dossierId: row.id }}>
        {row.code ?? t('worklist.noCode')}
      </Link>
      <Text size="sm">{row.name}</Text>
      <Text size="sm">
        {t(`states.${row.state}`, row.state)} · {t(`worklist.because.${row.because}`)}
      </Text>
      <Text size="sm">
        <LightShown light={row.light} /> {row.dueOn !== null && <DueOn on={row.dueOn} />}
      </Text>
    </Paper>
  )
})

const DueOn = ({ on }: { on: string }) => {
  const { t } = useTranslation()
  const left = daysUntil(on)
  return (
    <>
      {day(on)}{' '}
      <Text span size="sm" c="dimmed">
        {left < 0 ? t('worklist.ago', { count: -left }) : t('worklist.left', { count: left })}
      </Text>
    </>
  )
}

/** Whether the page is being put on paper, where nothing scrolls. */
const usePrinting = (): boolean => {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinting
}
