'use server'
import { refresh } from 'next/cache'
import { action, text } from '#lib/server/action.ts'
import { seeNotices } from '#lib/server/notice/see-notices.ts'

export const see = action({ verb: seeNotices, input: (form) => ({ noticeId: text(form, 'noticeId') }), done: () => refresh() })
export const seeAll = action({ verb: seeNotices, input: () => ({ noticeId: null }), done: () => refresh() })
