# Not run yet: written on a machine without a container engine. See docs/operating.md.

FROM node:24-bookworm-slim AS web
WORKDIR /app/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm install --engine-strict --no-audit --no-fund
COPY schema.graphql /app/
COPY frontend/ ./
RUN npm run build

FROM python:3.13-slim-bookworm AS packages
WORKDIR /app
COPY pyproject.toml requirements.lock README.md ./
COPY scripts/prepare.py scripts/
COPY backend/ backend/
COPY graph/ graph/
RUN python scripts/prepare.py
COPY --from=web /app/frontend/dist frontend/dist
RUN .venv/bin/python -m whitenoise.compress --quiet frontend/dist

FROM python:3.13-slim-bookworm
RUN useradd --create-home counterpart && install -d -o counterpart -m 700 /data
COPY --from=packages /app /app
WORKDIR /app
USER counterpart
ENV PATH=/app/.venv/bin:$PATH \
    COUNTERPART_DATA=/data \
    COUNTERPART_MODE=production \
    DJANGO_SETTINGS_MODULE=backend.config.settings
EXPOSE 8000
CMD ["gunicorn", "--bind=0.0.0.0:8000", "--worker-class=gthread", "--workers=2", "--threads=8", \
     "--worker-tmp-dir=/dev/shm", "backend.config.wsgi"]
