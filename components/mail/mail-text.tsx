const address = /(https?:\/\/[^\s]+)/

/** The text of a mail as it was written; its addresses can be followed. */
export function MailText({ text, locale }: { text: string; locale: 'fr' | 'en' }) {
  return (
    <div lang={locale} className="max-w-measure whitespace-pre-line border-s-4 border-rule bg-wash px-5 py-4">
      {text.split(address).map((part, index) => (address.test(part) ? <a key={index} href={part} className="break-all">{part}</a> : part))}
    </div>
  )
}
