export { PUT } from '#tests/bench/bare-save.ts'
