import { expect, test } from 'vitest'
import { browserName } from '#lib/domain/browser.ts'
import { mailDomains, organisationForm } from '#lib/domain/organisation.ts'
import { mailAddress, personName } from '#lib/domain/person.ts'

test.each([
  ['Ana.Lopez@Hopital.FR', 'ana.lopez@hopital.fr'],
  ['  a@b.fr ', 'a@b.fr'],
  ["o'neil+portal@sub.domain-x.org", "o'neil+portal@sub.domain-x.org"],
])('%s is the address %s', (typed, kept) => {
  expect(mailAddress.parse(typed)).toBe(kept)
})

test.each([
  'a@evil.example,b@ok.example', 'a@evil.example;b@ok.example', 'a@evil.example b@ok.example', '"u"@ok.example', '"u@evil.example"@ok.example', 'u@ok.example(x)evil', 'u(x)@ok.example',
  'u＠ok.example', 'u@ok。example', 'ü@ok.example', 'u@ök.example', '<u@ok.example>', 'U <u@ok.example>', 'u@ok.example>', 'u@ok.example\r\nBcc: x@evil.example', 'u@ok.example\nSubject: x',
  'u\u0000@ok.example', 'u@[127.0.0.1]', 'u@localhost', 'u@ok', 'u@@ok.example', '@ok.example', 'u@', 'u@.example', 'u@ok..example', '.u@ok.example', 'u.@ok.example', 'u..v@ok.example',
  'u@-ok.example', 'u@ok-.example', 'u@ok.example.', 'mailto:u@ok.example', 'u%evil.example@', '=?utf-8?q?u=40evil.example=3e?=@ok.example', `${'u'.repeat(65)}@ok.example`, `u@${'a'.repeat(64)}.example`,
  `u@${'a.'.repeat(130)}fr`, '', ' ', 'u\u202e@ok.example', 'u\u00a0@ok.example', 'group:u@ok.example;', 'u@ok.example#', "u@ok.example'", 'u!evil.example@ok', 'u@ok.exa mple', 'u\t@ok.example',
])('%j is no address', (typed) => {
  expect(mailAddress.safeParse(typed).success).toBe(false)
})

test('a name holds any script and no trick', () => {
  expect(personName.parse(' Zoé Ó Briain-山田 ')).toBe('Zoé Ó Briain-山田')
  for (const typed of ['', ' ', 'a\nb', 'a\u202eb', '<b>', 'a\u0000', 'a'.repeat(121)]) expect(personName.safeParse(typed).success).toBe(false)
})

test('mail domains are read as people type them', () => {
  expect(mailDomains.parse('@Hopital.fr, chu-x.fr\nchu-x.fr;')).toEqual(['hopital.fr', 'chu-x.fr'])
  expect(mailDomains.parse('')).toEqual([])
  const codes = (typed: string) => mailDomains.safeParse(typed).error?.issues.map((issue) => (issue as { params?: { code?: string } }).params?.code)
  expect(codes('hopital')).toEqual(['domain'])
  expect(codes('gmail.com')).toEqual(['public-mail'])
  expect(codes(Array.from({ length: 21 }, (_, index) => `d${index}.fr`).join(' '))).toEqual(['too-many'])
})

test('an organisation not registered yet has no SIREN', () => {
  expect(organisationForm.parse({ name: 'A', kind: 'start-up', siren: '', domains: '' })).toEqual({ name: 'A', kind: 'start-up', siren: null, identity: 'declared', domains: [] })
  expect(organisationForm.parse({ name: 'A', kind: 'start-up', siren: '732\u202f829 320' }).siren).toBe('732829320')
  expect(organisationForm.safeParse({ name: 'A', kind: 'start-up', siren: '732829321' }).error?.issues[0]?.path).toEqual(['siren'])
})

test('a browser is named so that its owner knows it', () => {
  expect(browserName('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox, Windows')
  expect(browserName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1')).toBe('Safari, iOS')
  expect(browserName(null)).toBeNull()
})
