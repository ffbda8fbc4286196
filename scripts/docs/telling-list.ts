import { type Telling, type TellingRule } from '../../packages/contracts/src/telling-shapes.ts'
import { tellings } from '../../packages/contracts/src/telling.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
const head = ['event', 'who is told', 'channels', 'template', 'urgency', 'with it', 'since', 'only if', 'basis']

const withIt = ({ letter, appointment }: Telling): string =>
  [letter === undefined ? '' : `letter: ${letter}`, appointment ? 'calendar entry' : ''].filter((one) => one).join(', ')

const rowsOf = ([event, rule]: [string, TellingRule]): string[] =>
  'nobody' in rule
    ? [row([`\`${event}\``, `nobody: ${rule.nobody}`, '', '', '', '', '', '', ''])]
    : rule.map((one) =>
        row([
          `\`${event}\``,
          one.to.join(', '),
          one.channels.join(', '),
          `\`${one.template}\``,
          one.urgency,
          withIt(one),
          one.from ?? '',
          one.when ?? '',
          one.basis,
        ]),
      )

/** Who is told of what, for people. */
export const tellingList = (): string => `# Who is told of what

Drawn from \`packages/contracts/src/telling.ts\` by \`pnpm run docs\`; change that, not this page. A legal notice leaves at once, at any
hour and without consent; an ordinary one asks for consent and waits for the morning. Officers are meant by role and organisation.
${Object.entries(tellings)
  .map(
    ([topic, rules]) =>
      `\n## ${topic === 'alarms' ? 'Alarms, by kind' : `\`${topic}\``}\n\n${[row(head), row(head.map(() => '---')), ...Object.entries(rules).flatMap(rowsOf)].join('\n')}\n`,
  )
  .join('')}`
