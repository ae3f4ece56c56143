import { limits } from './file.ts'
import type { Words } from './words.en.ts'

const megabytes = (size: number) => `${size / 2 ** 20}MB`

export const ko: Words = {
  files: '첨부 파일',
  attach: '증빙 파일',
  hint: `사진, PDF, 문서, 표를 ${limits.count}개까지 올릴 수 있습니다. 파일 하나는 ${megabytes(limits.size)}, 모두 합쳐 ${megabytes(limits.together)}까지입니다. 사진에 담긴 촬영 장소와 기기 정보는 지웁니다. 올린 파일은 누구나 볼 수 있습니다.`,
  sizes: {
    megabytes: (size) => `${size}MB`,
    kilobytes: (size) => `${size}KB`,
  },
  sentences: {
    'files.too-many': `파일은 한 번에 ${limits.count}개까지 올릴 수 있습니다. 나머지는 따로 올려 주세요.`,
    'files.one-too-large': `${megabytes(limits.size)}보다 큰 파일이 있습니다. 줄이거나 나누어 주세요.`,
    'files.together-too-large': `파일을 모두 합쳐 ${megabytes(limits.together)}를 넘습니다. 일부는 따로 올려 주세요.`,
  },
}
