import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Light } from './light-kinds.ts'

// Word and shape say it; the colour only helps, and a black-and-white printer loses nothing.
const shapes: Record<Light, string> = { 'in-time': '●', 'due-soon': '▲', overdue: '■', paused: '‖', none: '–' }

export const LightShown = ({ light }: { light: Light }) => {
  const { t } = useTranslation()
  return (
    <Text component="span" size="sm" style={{ whiteSpace: 'nowrap' }}>
      <span aria-hidden className={`light-${light}`}>
        {shapes[light]}
      </span>{' '}
      {t(`lights.${light}`)}
    </Text>
  )
}
