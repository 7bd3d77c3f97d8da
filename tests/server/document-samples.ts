import type { Locale } from '#lib/i18n/locale.ts'
import type { ApplicationContent } from '#lib/server/document/application-document.ts'
import type { PrintedForm } from '#lib/server/document/form-document.ts'
import type { Receipt } from '#lib/server/document/receipt-document.ts'

const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const depositedAt = new Date('2026-05-12T14:59:07.412Z')

/** A deposit seven seconds after 16:59 in Paris, the second one of an invented company. */
export function sampleReceipt(locale: Locale): Receipt {
  const fr = locale === 'fr'
  return {
    locale,
    number: 'demo-ouvert-0042',
    callTitle: fr ? 'Réparer les ruptures en santé mentale' : 'Mending ruptures in mental health',
    organisation: { name: 'Les Veilleurs', siren: '732829320' },
    solution: fr ? 'Veille de nuit' : 'Night watch',
    depositedAt,
    depositedBy: 'Camille Dubois',
    sha256,
    contentUrl: 'https://passerelle.exemple.fr/api/v1/applications/0190a7d2/content',
    sequence: { position: 2, replaces: new Date('2026-05-10T12:02:11Z') },
    files: [
      { name: fr ? 'dossier technique, été 2026.pdf' : 'technical file, summer 2026.pdf', size: 1_234_567, sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae' },
      { name: 'budget.xlsx', size: 8_192, sha256: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9' },
    ],
    mayChange: [
      { what: fr ? 'La candidature peut être retirée et déposée à nouveau' : 'The application may be withdrawn and submitted again', until: new Date('2026-05-12T15:00:00Z') },
      { what: fr ? 'La liste de l’équipe' : 'The list of the team', until: new Date('2026-06-30T21:59:59Z') },
    ],
    answerOn: '2026-07-01',
    demonstration: true,
  }
}

/** A whole application, as pasted by hurried people: line breaks, an address, several alphabets, an unanswered question. */
export function sampleApplication(locale: Locale): ApplicationContent {
  const fr = locale === 'fr'
  const prose = fr
    ? 'Une personne qui sort d’hospitalisation attend en moyenne six semaines avant son premier rendez-vous : c’est là que tout se rompt.\n\nNous appelons chaque soir, à heure choisie,\nune personne formée écoute et transmet au soignant ce qui doit l’être.\n\nVoir https://exemple.fr/etudes/2026/continuite-des-soins-apres-hospitalisation-complete-en-psychiatrie.pdf'
    : 'A person leaving hospital waits six weeks on average before the first appointment: that is where everything breaks.\n\nWe call each evening, at a chosen hour,\nand a trained person listens and passes on to the carer what must be.\n\nSee https://exemple.fr/studies/2026/continuity-of-care-after-a-full-time-psychiatric-hospital-stay.pdf'
  return {
    locale,
    callTitle: fr ? 'Réparer les ruptures en santé mentale' : 'Mending ruptures in mental health',
    organisation: { name: 'Les Veilleurs', siren: null },
    solution: fr ? 'Veille de nuit' : 'Night watch',
    deposit: { number: 'demo-ouvert-0042', at: depositedAt, sha256 },
    readAt: depositedAt,
    sections: [
      { title: fr ? 'La solution' : 'The solution', answers: [
        { question: fr ? 'Votre solution en une phrase' : 'Your solution in one sentence', answer: fr ? 'Un appel chaque soir, pour que personne ne reste seul après l’hôpital.' : 'A call each evening, so that nobody is left alone after hospital.' },
        { question: fr ? 'Comment marche-t-elle ?' : 'How does it work?', answer: prose },
        { question: fr ? 'À qui s’adresse-t-elle ?' : 'Whom is it for?', answer: fr ? ['Adultes', 'Aidants'] : ['Adults', 'Carers'] },
        { question: fr ? 'Langues parlées' : 'Languages spoken', answer: 'Français, العربية (لغة المتصلين), עברית, Ελληνικά, 中文 😀 🚀' },
        { question: fr ? 'Lien vers une démonstration' : 'Link to a demonstration', answer: null },
      ] },
      { title: fr ? 'L’équipe' : 'The team', answers: [{ question: fr ? 'Qui êtes-vous ?' : 'Who are you?', answer: prose }] },
    ],
    claims: [
      { primary: true, sentence: fr ? 'Sur la rupture « Sortie d’hospitalisation sans suivi », par un appel quotidien, pour les adultes suivis en psychiatrie, la part revue sous sept jours passe de 40 % à 65 % au mois 9 (niveau de preuve : avant-après).' : 'On the rupture ‘Leaving hospital without follow-up’, by a daily call, for adults in psychiatric care, the share seen again within seven days moves from 40% to 65% by month 9 (evidence: before and after).' },
      { primary: false, sentence: fr ? 'Le délai médian avant le premier rendez-vous passe de 42 à 14 jours.' : 'The median wait before the first appointment moves from 42 to 14 days.' },
    ],
    files: sampleReceipt(locale).files,
    demonstration: true,
  }
}

/** A form with each kind of question, a condition, limits, dates and a grid. */
export function sampleForm(locale: Locale): PrintedForm {
  const fr = locale === 'fr'
  const said = (french: string, english: string) => (fr ? french : english)
  return {
    locale,
    callTitle: said('Réparer les ruptures en santé mentale', 'Mending ruptures in mental health'),
    lead: said('Ouvert aux jeunes entreprises du 1er avril au 12 mai 2026, 17 h, heure de Paris.', 'Open to start-ups from 1 April to 12 May 2026, 17:00, Paris time.'),
    url: `https://passerelle.exemple.fr/${locale}/calls/demo-ouvert`,
    version: { number: 3, publishedAt: new Date('2026-04-01T07:00:00Z') },
    readAt: depositedAt,
    calendar: [
      { phase: said('Candidatures', 'Applications'), dates: said('du 1er avril au 12 mai 2026, 17 h, heure de Paris', '1 April to 12 May 2026, 17:00, Paris time') },
      { phase: said('Grand jury', 'Grand jury'), dates: said('18 juin 2026', '18 June 2026') },
    ],
    sections: [
      { title: said('La solution', 'The solution'), introduction: said('Écrivez pour quelqu’un qui ne vous connaît pas.', 'Write for somebody who does not know you.'), questions: [
        { label: said('Votre solution en une phrase', 'Your solution in one sentence'), required: true, kind: said('texte court', 'short text'), limit: said('200 signes au plus', '200 characters at most'), help: said('Ce qu’elle fait, pour qui.', 'What it does, and for whom.'), choices: [], condition: null },
        { label: said('Est-ce un dispositif médical ?', 'Is it a medical device?'), required: true, kind: said('oui ou non', 'yes or no'), limit: null, help: null, choices: [said('Oui', 'Yes'), said('Non', 'No')], condition: null },
        { label: said('Quelle classe ?', 'Which class?'), required: false, kind: said('un choix', 'one choice'), limit: null, help: null, choices: ['I', 'IIa', 'IIb', 'III'], condition: { question: said('Est-ce un dispositif médical ?', 'Is it a medical device?'), answer: said('Oui', 'Yes') } },
      ] },
      { title: said('L’équipe', 'The team'), introduction: null, questions: [{ label: said('Qui êtes-vous ?', 'Who are you?'), required: true, kind: said('texte long', 'long text'), limit: said('500 mots au plus', '500 words at most'), help: null, choices: [], condition: null }] },
    ],
    rubric: { low: 1, criteria: [
      { name: said('Ampleur de la rupture', 'Size of the rupture'), weight: 40, guidance: said('Combien de personnes, depuis combien de temps.', 'How many people, for how long.'), anchors: said('Aucune donnée.|Des témoignages.|Une source, ancienne ou locale.|Une source nationale.|Plusieurs sources concordantes, récentes.', 'No data.|Testimonies.|One source, old or local.|A national source.|Several recent sources that agree.').split('|') },
      { name: said('Preuve que cela marche', 'Evidence that it works'), weight: 60, guidance: null, anchors: said('Une idée.|Un essai.|Une étude avant-après.|Une étude comparée.|Un essai randomisé.', 'An idea.|A trial run.|A before-and-after study.|A controlled study.|A randomised trial.').split('|') },
    ] },
    demonstration: true,
  }
}
