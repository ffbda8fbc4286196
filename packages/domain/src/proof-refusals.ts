/** Why a signature or photo of a delivery cannot be kept or shown. */
export const proofRefusals = {
  'proof-not-a-picture': {
    rule: 'own rule: JPEG, PNG or WebP by what is in it',
    vi: 'Tệp gửi lên không phải ảnh JPEG, PNG hoặc WebP.',
    en: 'This is no JPEG, PNG or WebP picture.',
  },
  'proof-too-large': {
    rule: '(cfg) size of a signature or photo',
    vi: 'Ảnh quá lớn: chữ ký tối đa 200 KB, ảnh chụp tối đa 2 MB.',
    en: 'The picture is too large: at most 200 KB for a signature, 2 MB for a photo.',
  },
  'proof-out-of-place': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 10',
    vi: 'Chữ ký chỉ thuộc lần phát thành công; ảnh chỉ thuộc lần phát hoặc lần chưa phát được.',
    en: 'A signature belongs to a delivery, a photo to a delivery or an attempt.',
  },
  'proof-kept': {
    rule: 'own rule: what was signed is not signed anew',
    vi: 'Lần phát này đã có chữ ký hoặc ảnh khác.',
    en: 'Another signature or photo of this scan is kept already.',
  },
  'proof-erased': {
    rule: '(cfg) TT 17/2017/TT-BTTTT art. 14',
    vi: 'Chữ ký hoặc ảnh này đã được xóa khi hết thời hạn lưu.',
    en: 'It was erased when its time of keeping was over.',
  },
} as const
