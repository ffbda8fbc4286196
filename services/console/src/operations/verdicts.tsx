import { Paper, SimpleGrid, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Verdicts } from './pulse.ts'

const signs = { fine: ['in-time', '●'], look: ['overdue', '▲'], unknown: ['due-soon', '◆'] } as const

/** The four answers, each by word and shape and colour. */
export const VerdictsShown = ({ verdicts }: { verdicts: Verdicts }) => {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      {(['stuck', 'lost', 'late', 'apart'] as const).map((question) => {
        const count = verdicts[question]
        const is = count === null ? 'unknown' : count === 0 ? 'fine' : 'look'
        const [colour, shape] = signs[is]
        return (
          <Paper key={question} withBorder p="md">
            <Title order={2} size="h5">
              {t(`operations.${question}`)}
            </Title>
            <Text size="lg" className={`light-${colour}`}>
              <span aria-hidden>{shape}</span> {t(`operations.${is}`, { count: count ?? 0 })}
            </Text>
          </Paper>
        )
      })}
    </SimpleGrid>
  )
}
