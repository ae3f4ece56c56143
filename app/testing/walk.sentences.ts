/** What people do in a walk. The words that a sentence carries are in its groups. */
export type Deed =
  | 'opens'
  | 'follows'
  | 'presses'
  | 'writes'
  | 'copies'
  | 'chooses'
  | 'sees'
  | 'missesOut'
  | 'signsIn'
  | 'getsLetter'
  | 'opensLetter'
  | 'notes'
  | 'verifies'

/** What happens by itself. */
export type Event = 'daysPass' | 'isChanged'

type Language = {
  /** Those who are no account of the demonstration. */
  outsider: string
  /** Somebody, before what they do. */
  subject(names: string): string
  deeds: readonly (readonly [Deed, string])[]
  events: readonly (readonly [Event, string])[]
  /** What joins two deeds of one sentence. */
  and: string
  /** How a sentence begins that is told once for each row of the table above it. */
  each: string
}

const said = (group: string) => `“(?<${group}>[^”]+)”`
const address = String.raw`(?<address>/[\w./?=&%:-]*\w|/)`

const english: Language = {
  outsider: 'outsider',
  subject: (names) => `(?:(?:The |the )?(?<name>${names})|[Ss]he|[Hh]e|[Tt]hey) `,
  deeds: [
    ['opens', `opens? ${address}`],
    ['follows', `follows? ${said('words')}(?: beside ${said('beside')})?`],
    ['presses', `press(?:es)? ${said('words')}(?: beside ${said('beside')})?`],
    ['writes', `writes? ${said('text')} (?:in|under) ${said('label')}(?: beside ${said('beside')})?`],
    [
      'copies',
      `writes? (?:the|(?<owner>\\w+)’s) (?:code|${said('term')}) in ${said('label')}(?: beside ${said('beside')})?`,
    ],
    ['chooses', `chooses? ${said('words')}(?: for ${said('question')})?(?: beside ${said('beside')})?`],
    ['sees', `(?:sees?|reads?) ${said('words')}`],
    ['missesOut', `(?:does|do) not see ${said('words')}`],
    ['signsIn', 'signs? in'],
    ['getsLetter', `gets? a letter about ${said('words')}`],
    ['opensLetter', 'opens? the address in it'],
    ['notes', `notes? the (?:code|${said('term')})`],
    ['verifies', 'verif(?:ies|y) the record'],
    ['sees', said('words')],
  ],
  events: [
    ['daysPass', String.raw`(?<days>\d+) days? pass(?:es)?`],
    ['isChanged', `In the database, past everybody, ${said('from')} becomes ${said('to')}`],
  ],
  and: '(?:, and |, then |, | and | then )',
  each: 'For each of them, ',
}

const korean: Language = {
  outsider: '바깥사람',
  subject: (names) => `(?:(?<name>${names})(?:은|는|이|가) )?`,
  deeds: [
    ['opens', `${address}(?:을|를)? (?:열고|열어|엽니다)`],
    [
      'follows',
      `(?:${said('beside')} 옆의 )?${said('words')}(?:으로|로) (?:들어가서|들어가고|들어가|들어갑니다)`,
    ],
    ['presses', `(?:${said('beside')} 옆의 )?${said('words')}(?:을|를) (?:누르고|눌러|누릅니다)`],
    [
      'writes',
      `(?:${said('beside')} 옆의 )?${said('label')}에 ${said('text')}(?:이라고|라고|을|를)? (?:쓰고|써서|씁니다)`,
    ],
    [
      'copies',
      `(?:${said('beside')} 옆의 )?${said('label')}에 (?:(?<owner>[가-힣]+?)(?:이|가) )?적어 둔 (?:번호|${said('term')})(?:을|를) (?:쓰고|써서|씁니다)`,
    ],
    [
      'chooses',
      `(?:${said('beside')} 옆의 )?(?:${said('question')}에서 )?${said('words')}(?:을|를) (?:고르고|골라|고릅니다)`,
    ],
    ['missesOut', `${said('words')}(?:은|는) 보이지 않(?:고|습니다)`],
    ['getsLetter', `${said('words')} 이메일을 (?:받고|받아|받습니다)`],
    ['opensLetter', '이메일의 주소를 (?:열고|열어|엽니다)'],
    ['notes', `(?:번호|${said('term')})(?:을|를) 적어 (?:두고|둡니다)`],
    ['signsIn', '로그인(?:하고|해서|합니다)'],
    ['verifies', '기록을 (?:검증하고|검증하니|검증합니다)'],
    ['sees', `${said('words')}(?:이라고|라고|을|를|이|가) (?:보고|봅니다|읽고|읽습니다|보이고|보입니다)`],
    ['sees', `${said('words')}(?:과|와)`],
  ],
  events: [
    ['daysPass', String.raw`(?<days>\d+)일이 지납니다`],
    ['isChanged', `누군가 데이터베이스에서 몰래 ${said('from')}(?:을|를) ${said('to')}(?:으로|로) 바꿉니다`],
  ],
  and: ',? ',
  each: '한 분마다 ',
}

/** The languages in which a walk may be told. */
export const languages: Readonly<Record<string, Language>> = { en: english, ko: korean }
