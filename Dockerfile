# One process, one folder of data. Build: docker build -t tandem .   Run: docker compose up

FROM node:26-slim AS build
RUN npm install --global pnpm@12
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY client/package.json client/
COPY server/package.json server/
COPY shared/package.json shared/
COPY tests/package.json tests/
RUN pnpm install --frozen-lockfile --filter @tandem/client...
COPY tsconfig.base.json ./
COPY shared shared
COPY client client
RUN pnpm run build

FROM node:26-slim AS dependencies
RUN npm install --global pnpm@12
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY client/package.json client/
COPY server/package.json server/
COPY shared/package.json shared/
COPY tests/package.json tests/
RUN pnpm install --frozen-lockfile --prod --filter @tandem/server...

# Node runs the server's TypeScript as it is.
FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app ./
COPY shared shared
COPY server server
COPY --from=build /app/client/dist client/dist
RUN mkdir --mode=700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/src/main.ts"]
