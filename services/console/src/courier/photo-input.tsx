import { Button, FileButton, Group, Image, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { smallPhoto } from './picture.ts'

type Props = { photo: string | null; onPhoto: (content: string | null) => void }

/** A photo of what was handed over, or of what stood in the way: taken with the phone's own camera, made small here. */
export const PhotoInput = ({ photo, onPhoto }: Props) => {
  const { t } = useTranslation()
  const [wrong, setWrong] = useState('')
  const take = async (file: File | null) => {
    if (file === null) return
    setWrong('')
    await smallPhoto(file).then(onPhoto, () => setWrong(t('courier.noPhoto')))
  }
  return (
    <div>
      <Group>
        <FileButton accept="image/*" capture="environment" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default">
              {t(photo === null ? 'courier.takePhoto' : 'courier.takeAgain')}
            </Button>
          )}
        </FileButton>
        {photo !== null && (
          <Button variant="subtle" onClick={() => onPhoto(null)}>
            {t('courier.removePhoto')}
          </Button>
        )}
      </Group>
      {photo !== null && (
        <Image
          mt="xs"
          mah={160}
          w="auto"
          fit="contain"
          src={`data:image/jpeg;base64,${photo}`}
          alt={t('courier.photoTaken')}
        />
      )}
      {wrong !== '' && (
        <Text size="sm" c="red" role="alert">
          {wrong}
        </Text>
      )}
    </div>
  )
}
