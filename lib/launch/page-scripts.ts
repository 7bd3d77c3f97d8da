import { createHash } from 'node:crypto'

/**
 * Public pages are links and forms: nothing on them waits for a script. Next's own scripts, and the copy of the page
 * they would wake up with, are left out, unless something on the page says `data-needs-script`.
 */
export function withoutFramework(page: string, nonce: string): string {
  if (page.includes(' data-needs-script')) return page
  return page
    .replace(/<script([^>]*)>[\s\S]*?<\/script>/g, (whole, attributes: string) =>
      attributes.includes('src="/_next/') || (attributes.includes(`nonce="${nonce}"`) && !attributes.includes('src=')) ? '' : whole)
    .replace(/<link rel="(?:module)?preload"[^>]* as="script"[^>]*>/g, '')
}

/** Takes the nonce out of the page and returns the SHA-256 (base64) of each inline script that carried it. */
export function hashScripts(page: string, nonce: string): { html: string; hashes: string[] } {
  const hashes = new Set<string>()
  for (const [, attributes = '', text = ''] of page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (!attributes.includes(`nonce="${nonce}"`) || attributes.includes('src=')) continue
    hashes.add(createHash('sha256').update(text.replaceAll(nonce, '')).digest('base64'))
  }
  return { html: page.replaceAll(` nonce="${nonce}"`, '').replaceAll(nonce, ''), hashes: [...hashes] }
}
