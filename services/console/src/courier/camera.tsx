import { Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import decoder from 'zxing-wasm/reader/zxing_reader.wasm?url'

// Its own copy of the decoder: nothing is fetched from elsewhere.
prepareZXingModule({ overrides: { locateFile: () => decoder } })

type Props = { onCode: (text: string) => void; onTrouble: (told: string) => void }
const everyMs = 150

/** Looks for a parcel's code, as bars (Code 128) or as a square (QR), until it has found one. */
export const Camera = ({ onCode, onTrouble }: Props) => {
  const { t } = useTranslation()
  const picture = useRef<HTMLVideoElement>(null)
  const told = useRef({ onCode, onTrouble })
  told.current = { onCode, onTrouble }
  useEffect(() => {
    let stream: MediaStream | undefined
    let isOver = false
    const look = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
      const video = picture.current
      if (video === null || isOver) return stopAll(stream)
      video.srcObject = stream
      await video.play()
      const canvas = new OffscreenCanvas(1, 1)
      const drawing = canvas.getContext('2d', { willReadFrequently: true })
      while (!isOver && drawing !== null) {
        if (video.videoWidth > 0) {
          canvas.width = video.videoWidth
          canvas.height = video.videoHeight
          drawing.drawImage(video, 0, 0)
          const seen = drawing.getImageData(0, 0, canvas.width, canvas.height)
          const [found] = await readBarcodes(seen, { formats: ['Code128', 'QRCode'], maxNumberOfSymbols: 1 })
          const code = /[A-Z]{2}\d{9}[A-Z]{2}/.exec(found?.text ?? '')?.[0]
          if (code !== undefined && !isOver) return told.current.onCode(code)
        }
        await new Promise((later) => setTimeout(later, everyMs))
      }
    }
    look().catch((cause: unknown) => {
      if (!isOver) told.current.onTrouble(t('courier.noCamera', { cause: cause instanceof Error ? cause.name : '' }))
    })
    return () => {
      isOver = true
      stopAll(stream)
    }
  }, [t])
  return (
    <figure style={{ margin: 0 }}>
      <video
        ref={picture}
        muted
        playsInline
        style={{ width: '100%', borderRadius: 4 }}
        aria-label={t('courier.view')}
      />
      <Text component="figcaption" size="sm">
        {t('courier.aim')}
      </Text>
    </figure>
  )
}

const stopAll = (stream: MediaStream | undefined) => stream?.getTracks().forEach((track) => track.stop())
