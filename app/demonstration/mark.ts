import type { Lang } from '#kit/words.ts'

const marks: Record<Lang, string> = {
  ko: '(예시)',
  en: '(example)',
  vi: '(ví dụ)',
  zh: '（示例）',
  uz: '(namuna)',
  ru: '(пример)',
}

/** A title that says of itself that it was made up. */
export const marked = (title: string, lang: Lang): string => `${title} ${marks[lang] ?? marks.en}`
