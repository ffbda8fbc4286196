import { Button, Group, Text } from '@mantine/core'
import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { encoded } from './picture.ts'

type Props = { onDrawn: (content: string | null) => void }
const [width, height] = [640, 220]

/** Where the recipient signs with a finger: lines on white, taken as a picture after each stroke. Signing on paper needs none of it. */
export const SignaturePad = ({ onDrawn }: Props) => {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  // A stroke is faster than the page is drawn anew: what it needs to know is not kept in state.
  const pen = useRef({ isDown: false, hasInk: false })
  const [hasInk, setInk] = useState(false)

  const at = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
    const box = currentTarget.getBoundingClientRect()
    return [((clientX - box.left) / box.width) * width, ((clientY - box.top) / box.height) * height] as const
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    const drawing = event.currentTarget.getContext('2d')
    if (drawing === null) return
    event.currentTarget.setPointerCapture(event.pointerId)
    if (!pen.current.hasInk) {
      drawing.fillStyle = '#ffffff'
      drawing.fillRect(0, 0, width, height)
    }
    Object.assign(drawing, { lineWidth: 4, lineCap: 'round', lineJoin: 'round', strokeStyle: '#101820' })
    drawing.beginPath()
    drawing.moveTo(...at(event))
    pen.current.isDown = true
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!pen.current.isDown) return
    const drawing = event.currentTarget.getContext('2d')
    drawing?.lineTo(...at(event))
    drawing?.stroke()
    pen.current.hasInk = true
    setInk(true)
  }
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    pen.current.isDown = false
    if (pen.current.hasInk) onDrawn(encoded(event.currentTarget, 'image/png'))
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, width, height)
    pen.current.hasInk = false
    setInk(false)
    onDrawn(null)
  }
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fw={500}>{t('courier.signature')}</Text>
        <Button size="compact-sm" variant="default" disabled={!hasInk} onClick={clear}>
          {t('courier.clearSignature')}
        </Button>
      </Group>
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={t(hasInk ? 'courier.signatureThere' : 'courier.signHere')}
        className="signature"
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <Text size="sm" c="dimmed">
        {t('courier.signHint')}
      </Text>
    </div>
  )
}
