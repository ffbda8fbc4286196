const longestSide = 1280

/** What was drawn, as base64: at once, so that nothing signed waits for an idle moment of the phone. */
export const encoded = (canvas: HTMLCanvasElement, type: 'image/png' | 'image/jpeg'): string =>
  canvas.toDataURL(type, 0.7).replace(/^[^,]*,/, '')

/** A photo made small enough to send, drawn anew: where and with what it was taken stays behind. Throws for what is no picture. */
export const smallPhoto = async (file: Blob): Promise<string> => {
  const photo = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(photo.width, photo.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(photo.width * scale))
  canvas.height = Math.max(1, Math.round(photo.height * scale))
  canvas.getContext('2d')?.drawImage(photo, 0, 0, canvas.width, canvas.height)
  photo.close()
  return encoded(canvas, 'image/jpeg')
}
