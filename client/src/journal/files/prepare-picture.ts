/**
 * A photo as it goes into a journal: no larger than a screen needs, so that it arrives over a slow line too, and without what the camera wrote into it, the place
 * where it was taken above all. Other files are sent as they are.
 */

export interface Prepared {
  readonly bytes: Blob
  readonly width?: number
  readonly height?: number
}

const LONGEST_SIDE = 2_048
const QUALITY = 0.86
const SHOWN = /^image\/(png|jpeg|gif|webp|avif)$/

export async function preparePicture(file: File): Promise<Prepared> {
  if (!SHOWN.test(file.type)) return { bytes: file }
  const picture = await readPicture(file)
  if (!picture) return { bytes: file }
  const { width, height } = picture
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  const isRedrawn = file.type === 'image/jpeg' || (scale < 1 && file.type !== 'image/gif')
  if (!isRedrawn) {
    picture.close()
    return { bytes: file, width, height }
  }
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const canvas = new OffscreenCanvas(size.width, size.height)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, size.width, size.height)
  picture.close()
  return { bytes: await canvas.convertToBlob({ type: file.type === 'image/jpeg' ? 'image/jpeg' : 'image/webp', quality: QUALITY }), ...size }
}

async function readPicture(file: File): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file)
  } catch (error) {
    // Not a picture, whatever it calls itself: the server finds out what it is.
    if (error instanceof DOMException) return undefined
    throw error
  }
}
