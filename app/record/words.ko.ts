import type { Sentences } from '#kit/room.ts'
import type { Words } from './words.en.ts'

export const ko: Words = {
  title: '공개 기록',
  lead: '시가 결정하고 약속하고 바꾼 모든 일을 일어난 그대로 적습니다. 나중에 아무도 모르게 고치거나 지울 수 없습니다.',
  filter: '골라 보기',
  kind: '무엇에 관한 기록',
  everything: '전체',
  day: '날짜',
  show: '보기',
  nothing: '조건에 맞는 기록이 없습니다.',
  about: (thing) => `${thing}에 관한 기록`,
  number: (number) => `${number}번`,
  files: '파일로 받기',
  csv: '표 파일 (CSV)',
  json: '프로그램용 (JSON)',
  feed: '소식 받아보기 (Atom)',
  columns: {
    number: '번호',
    at: '일시',
    actor: '한 곳',
    about: '대상',
    what: '종류',
    says: '내용',
  },
  history: '지나온 일',
  andMore: (first, more) => `${first} 외 ${more}건`,
  eachOf: (count) => `${count}건 모두 보기`,
  wholeHistory: '그 전의 일까지 모두 보기',
  noHistory: '아직 아무 일도 없습니다.',
  erased: '여기에 있던 내용은 지워졌습니다.',
  seal: {
    title: '봉인',
    size: (size) => `차례대로 봉인한 기록 ${size}건`,
    at: '마지막 서명',
    hidden: (count) =>
      `그중 ${count}건은 공개하지 않습니다. 세고 봉인하지만 이곳에서 아무도 읽을 수 없습니다.`,
    how: '누구나 확인하는 방법',
    none: '아직 서명한 기록이 없습니다.',
  },
  entry: {
    title: (number) => `기록 ${number}번`,
    what: '내용',
    when: '일시',
    by: '한 곳',
    about: '대상',
    goTo: '대상 보러 가기',
    kindOfEntry: '기록의 종류',
    proof: '봉인된 자리',
    waiting: '방금 적은 기록입니다. 몇 초 안에 봉인합니다.',
    sealed: (place, when) => `시 기록의 ${place}번째 자리에 있으며, ${when}에 봉인했습니다.`,
    leads: (hashes, size) =>
      `다른 숫자 ${hashes}개만 있으면 이 기록에서 전체 ${size}건의 지문을 누구나 계산할 수 있습니다. 시는 그 지문에 서명했습니다. 이 기록을 고치거나 옮기거나 없애면 지문이 달라집니다.`,
    download: '증명 파일 받기 (.tlog-proof)',
    hashes: '숫자 보기',
    erasedBy: '누가 왜 지웠는지 보기',
    erase: '이 기록의 내용 지우기',
  },
  erase: {
    title: (number) => `기록 ${number}번 지우기`,
    lead: '내용을 영원히 지우며 증명에서도 지웁니다. 지웠다는 사실과 까닭은 공개 기록에 남습니다.',
    reason: '까닭',
    reasons: {
      'personal-data': '개인정보가 들어 있습니다',
      unlawful: '공개하면 법에 어긋납니다',
      'court-order': '법원이나 관계 기관이 명령했습니다',
    },
    submit: '영원히 지우기',
    cancel: '그대로 두기',
  },
  keys: {
    title: '기록의 열쇠',
    lead: '이 열쇠로 서명이 시의 것인지 누구나 확인할 수 있습니다. 열쇠는 바뀌지 않습니다. 시의 손이 닿지 않는 곳에 적어 두세요.',
    log: '기록에 서명하고 서명한 때를 밝히는 열쇠',
  },
  check: {
    title: '기록을 확인하는 방법',
    lead: '시를 믿지 않아도 이 기록은 믿을 수 있습니다. 무엇이 기록을 지키는지, 어떻게 직접 확인하는지 알려 드립니다.',
    sections: [
      {
        title: '무엇이 기록을 지키나요',
        text: [
          '모든 기록은 긴 목록에서 저마다 한 자리를 가집니다. 모든 자리에서 하나의 지문을 계산하고 시가 서명합니다. 기록 하나에서 글자 하나만 바꿔도 지문이 달라집니다.',
          '시는 1분마다 다시 서명합니다. 그래서 기록이 멈춘 것도 드러납니다.',
          '개인의 사건에 관한 기록은 공개하지 않습니다. 목록에는 봉한 봉투만 놓입니다. 셀 수 있고 바꿔치기할 수 없지만 읽을 수도 없습니다.',
        ],
      },
      {
        title: '기록 하나 확인하기',
        text: ['기록을 열고 증명 파일을 받으세요. 이 누리집이 사라져도 쓸모가 있는 작은 파일입니다.'],
      },
      {
        title: '접수증 확인하기',
        text: [
          '‘접수증 확인’에 번호와 확인 코드를 적으세요. 이 누리집 없이 확인하려면 그곳에서 증명 파일을 받아 두세요. 접수증의 지문과 번호는 기록의 한 자리에 함께 있고, 증명은 그 자리에서 시가 서명한 것까지 이어집니다.',
        ],
      },
      {
        title: '확인으로 알 수 없는 것',
        text: [
          '애초에 기록하지 않은 일은 기록에서 찾을 수 없습니다. 또 시의 열쇠를 가진 사람은 서로 다른 기록을 보여 줄 수 있습니다. 그래서 확인 명령은 본 것을 기억합니다. 두 사람이 기억한 것을 견주어 보면 알 수 있습니다.',
        ],
      },
    ],
    all: '전부 확인하기',
    allLead:
      '이 명령은 인터넷으로 기록 전체를 읽고 알아낸 것을 말해 줍니다. 본 것을 기억하므로 다음에는 그 사이 바뀐 것도 찾아냅니다.',
    needs: '자기 컴퓨터에 Node 26과 이 프로젝트의 소스가 필요합니다.',
    does: '다음을 확인합니다',
    checks: [
      '서명이 시의 것이고 하루 넘게 묵지 않았는지',
      '목록이 빠짐없이 차례대로 있고, 지난번에 본 대로 시작하는지',
      '공개 기록의 내용이 봉인한 내용과 같은지',
      '시가 지금 공개하는 것이 가장 새로운 기록과 같은지',
      '지운 기록마다 까닭을 적은 기록이 있는지',
    ],
    addresses: '직접 만든 프로그램으로 확인하기',
    format: 'C2SP의 공개 규격 tlog-tiles, tlog-checkpoint, tlog-proof를 따릅니다.',
  },
  receipts: {
    title: '접수증 확인',
    lead: '이곳에서 무엇을 하면 접수증에 번호와 확인 코드를 적어 드립니다. 로그인하지 않고 누구나 여기서 확인할 수 있습니다.',
    submit: '확인하기',
    number: '접수증 번호',
    code: '확인 코드',
    codeHint: '7K3QM-2XW9A-PD40T처럼 영문자와 숫자 15자입니다. 소문자로 쓰거나 줄표를 빼도 됩니다.',
    genuine: '진짜 접수증입니다',
    onwards: '지금 어떻게 됐는지 보기',
    intact: '접수한 그대로입니다',
    means: '시가 아래 기록에 대해 내준 접수증이며, 그 기록은 봉인한 그대로입니다.',
    altered: '접수한 내용이 바뀌었습니다',
    alteredMeans:
      '시가 내준 접수증이 맞지만 아래 내용은 그때 봉인한 것과 다릅니다. 누군가 시의 자료를 고쳤습니다.',
    slip: '접수증',
    when: '일시',
    what: '한 일',
    about: '대상',
    notPublic: '이때 한 일은 공개하지 않습니다.',
    check: '확인하는 곳',
    fingerprint: '기록에 남은 지문',
    note: '번호와 확인 코드가 있으면 기록이 있는 한 누구나 로그인 없이 확인할 수 있습니다.',
  },
  follow: {
    why: '새로운 일이 생기면 알려 드립니다.',
    following: '소식을 받고 있습니다.',
    button: '소식 받기',
    stop: '소식 그만 받기',
    title: '소식 받기',
    lead: (thing) => `${thing}에 일어나는 모든 일을 알려 드립니다.`,
    how: '어떻게 알려 드릴까요?',
    hows: {
      'at-once': '이메일로 바로',
      daily: '이메일로 하루 한 번',
      weekly: '이메일로 월요일마다',
      'in-app': '이메일 없이 이곳에서만',
    },
    change: '바꾸기',
  },
  notices: {
    title: '새 소식',
    lead: '소식을 받기로 한 것들에 생긴 일입니다.',
    none: '새 소식이 없습니다.',
    noneHow: '조항, 기관, 위원회의 ‘소식 받기’를 누르면 새 소식이 이곳에 모입니다.',
    news: '맡기신 일에 새 소식이 있습니다',
    unread: '새 소식',
    markRead: '모두 읽음으로 표시',
    notSent: '이 소식을 이메일로 보내지 못했습니다.',
    followed: '소식을 받는 것',
    followsNothing: '아직 소식을 받는 것이 없습니다.',
  },
  unsubscribe: {
    title: '이메일 그만 받기',
    lead: '새 소식은 이곳에 그대로 남고 이메일만 멈춥니다.',
    which: '어떤 이메일을 멈출까요?',
    this: (thing) => `${thing}에 관한 것`,
    all: '모두',
    submit: '그만 받기',
    done: '이제 이메일을 보내지 않습니다.',
    doneLead: '로그인한 뒤 새 소식에서 다시 켤 수 있습니다.',
  },
  letter: {
    news: '새 소식이 있습니다. 로그인해서 읽어 주세요.',
    several: (count) => `새 소식 ${count}건`,
    why: (address) => `소식을 받기로 하셔서 보내 드립니다. 받는 소식과 방법 바꾸기:\n${address}`,
    stop: (address) => `이런 이메일 그만 받기 (30일 동안 로그인 없이 쓸 수 있습니다):\n${address}`,
  },
  undelivered: {
    title: '보내지 못한 이메일',
    lead: '소식은 이곳에서도 누구나 볼 수 있습니다. 주소는 보여 주지 않습니다.',
    none: '이메일을 모두 보냈습니다.',
    letter: '우편',
    kind: '종류',
    made: '쓴 때',
    attempts: '시도',
    problem: '문제',
    next: '다음 시도',
    givenUp: '포기함',
    waiting: (count) => `이메일 ${count}통을 보내지 못했습니다`,
    problems: {
      'too-late': '너무 늦어 보내지 않았습니다',
    },
    server: (code) => `메일 서버: ${code}`,
  },
  verify: {
    outcome: {
      fine: '확인한 것은 모두 맞습니다.',
      wrong: '이 기록에 잘못된 것이 있습니다.',
      unchecked: '기록을 확인하지 못했습니다.',
    },
    log: (origin, size) => `기록 ${origin}: ${size}건.`,
    signed: (when) => `가장 새로운 서명: ${when}.`,
    entries: (open, hidden, erased) =>
      [
        `공개 기록 ${open}건의 내용이 봉인한 것과 같습니다.`,
        ...(hidden > 0 ? [`비공개 기록 ${hidden}건은 읽을 수 없지만 그대로 있습니다.`] : []),
        ...(erased > 0 ? [`지운 기록 ${erased}건은 모두 까닭이 공개되어 있습니다.`] : []),
      ].join(' '),
    things: (count) => `시가 공개하는 ${count}건이 기록과 같습니다.`,
    known: {
      first: '이곳에서 처음 확인한 것이라 견주어 볼 것이 없었습니다.',
      same: '이곳에서 지난번에 확인한 그대로입니다.',
      grown: '이곳에서 지난번에 본 기록에 이어서 늘어났습니다.',
    },
    keyFromSite: '열쇠를 누리집에서 가져왔습니다. 맞는 열쇠인지 확실히 하려면 --key로 알려 주세요.',
    more: (count) => `… 그 밖에 ${count}건 더 있습니다.`,
    findings: {
      'checkpoint.missing': () => '누리집에 서명한 체크포인트가 없습니다.',
      'checkpoint.refused': ({ why }) =>
        `체크포인트가 시의 열쇠로 서명되지 않았거나 형식이 틀립니다 (${why}).`,
      'checkpoint.stale': ({ hours }) =>
        `체크포인트를 마지막으로 서명한 지 ${hours}시간이 지났습니다. 기록이 멈췄거나 옛 기록을 보여 주고 있습니다.`,
      'cosignature.missing': () => '체크포인트에 서명한 때가 없습니다.',
      'cosignature.future': () => '체크포인트에 적힌 서명한 때가 아직 오지 않았습니다.',
      'known.other-log': ({ known, origin }) =>
        `지난번에 본 기록(${known})이 아니라 다른 기록(${origin})입니다.`,
      'known.larger': ({ known, size }) =>
        `기록이 줄었습니다. ${known}건이었는데 지금은 ${size}건입니다. 기록을 잘라 내거나 바꿔치기했습니다.`,
      'known.differs': ({ size }) =>
        `처음 ${size}건이 지난번에 본 것과 다릅니다. 지난 기록을 다시 쓰거나 갈라놓았습니다.`,
      'key.changed': () => '시의 열쇠가 지난번과 다릅니다. 열쇠가 바뀐 기록은 다른 기록입니다.',
      'key.missing': () => '누리집에 열쇠가 없습니다.',
      'bundle.missing': ({ path }) => `기록의 일부가 없습니다 (${path}).`,
      'bundle.malformed': ({ path }) => `기록의 일부를 읽을 수 없습니다 (${path}).`,
      'tile.missing': ({ path }) => `기록의 일부가 없습니다 (${path}).`,
      'tile.malformed': ({ path }) => `기록의 일부를 읽을 수 없습니다 (${path}).`,
      'tile.differs': ({ path }) => `기록의 일부가 그 아래 기록과 맞지 않습니다 (${path}).`,
      'entry.differs': ({ index }) => `${index}번째 자리를 봉인한 뒤에 바꿨습니다.`,
      'root.differs': () =>
        '기록에서 계산한 지문이 서명한 지문과 다릅니다. 기록을 고치거나 더하거나 없애거나 옮겼습니다.',
      'log.unreadable': ({ index }) => `${index}번째 자리부터 기록을 읽을 수 없습니다.`,
      'entry.changed': ({ entry }) =>
        `기록 ${entry}번의 내용이 봉인한 것과 다릅니다. 데이터베이스의 행을 바꿨습니다.`,
      'entry.removed': ({ entry }) => `봉인한 기록 ${entry}번이 시에 없습니다. 없앤 것입니다.`,
      'entry.hidden': ({ entry }) => `봉인할 때 공개였던 기록 ${entry}번을 지금은 감추고 있습니다.`,
      'entry.erased-unsaid': ({ entry }) => `기록 ${entry}번을 지웠는데 까닭을 적은 기록이 없습니다.`,
      'entry.inserted': ({ entry }) =>
        `봉인한 자리에 다른 기록 ${entry}번이 있습니다. 끼워 넣거나 옮겼습니다.`,
      'entry.repeated': ({ entry }) => `기록 ${entry}번은 다른 기록을 베낀 것입니다.`,
      'entry.unreadable': ({ index }) => `${index}번째 자리는 이 기록의 형식이 아닙니다.`,
      'entry.backdated': ({ entry, at }) =>
        `기록 ${entry}번은 ${at}의 일이라는데 더 나중 기록 뒤에 있습니다. 끼워 넣거나 날짜를 앞당겼습니다.`,
      'entry.future': ({ entry, at }) =>
        `기록 ${entry}번은 ${at}의 일이라는데 봉인할 때 아직 오지 않은 때입니다.`,
      'entry.unsealed': ({ count, since }) =>
        `${since}부터 기록 ${count}건이 봉인을 기다립니다. 봉인이 멈췄거나 누군가 막고 있습니다.`,
      'thing.differs': ({ about }) =>
        `시가 보여 주는 ${about}의 내용이 기록과 다릅니다. 기록 없이 바꿨습니다.`,
      'thing.gone': ({ about }) =>
        `기록에 있는 ${about}의 내용을 시가 보여 주지 않습니다. 기록 없이 없앴습니다.`,
      'things.gone': ({ count }) => `기록에 있는 ${count}건이 시의 목록에 없습니다.`,
      'things.moving': ({ count }) =>
        `${count}건은 확인하는 동안 계속 바뀌어서 견주지 못했습니다. 다시 해 보세요.`,
      'site.unreachable': ({ path, why }) => `누리집이 답하지 않습니다 (${path}: ${why}).`,
      'site.unreadable': ({ path }) => `누리집의 답을 읽을 수 없습니다 (${path}).`,
    },
  },
  sentences: {
    'record.entry-erased': ({ entry, reason }) =>
      `기록 ${entry}번의 내용을 지웠습니다. ${erasedBecause[String(reason)] ?? reason}`,
    'record.already-erased': '이미 지운 기록입니다.',
    'record.erasure-stays': '지웠다는 기록은 지울 수 없습니다.',
    'record.follows-too-much': ({ most }) =>
      `소식은 ${most}건까지 받을 수 있습니다. 먼저 하나를 그만 받으세요.`,
    'record.link-broken': '주소가 온전하지 않습니다. 이메일에 있는 주소를 모두 복사해 주세요.',
    'record.link-too-old': '30일이 지난 주소입니다. 더 새로운 이메일을 쓰거나 로그인해 주세요.',
    'record.receipt-wrong':
      '번호와 확인 코드가 맞지 않습니다. 이곳에서 내준 접수증이 아닙니다. 접수증에 적힌 것과 다시 견주어 보세요.',
    'actor.resident': '주민',
    'actor.clerk for resident': '주민을 대신한 담당자',
    'actor.city-files': '시의 자료 파일',
    'room.record': '공개 기록',
  } satisfies Sentences,
}

const erasedBecause: Record<string, string> = {
  'personal-data': '개인정보가 들어 있었습니다.',
  unlawful: '공개하면 법에 어긋났습니다.',
  'court-order': '법원이나 관계 기관이 명령했습니다.',
}
