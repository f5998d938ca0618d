#!/bin/sh
# Writes docker/.env (or the file named) with fresh random secrets for compose.yml. Never overwrites one.
# They are hexadecimal, so that they need no escaping inside connection URLs, and 64 characters long, the least
# that RFC 7518 section 3.2 allows for the HMAC-SHA-512 that signs Airflow's tokens.
set -eu
umask 077

file=${1:-$(dirname "$0")/.env}
if [ -e "$file" ]; then
    echo "new-env: $file exists: keep it (the databases know its passwords) or move it away" >&2
    exit 1
fi

secret() {
    head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n'
}

{
    for name in POSTGRES_SUPERUSER_PASSWORD AIRFLOW_DB_PASSWORD WAREHOUSE_OWNER_PASSWORD \
        WAREHOUSE_LOADER_PASSWORD WAREHOUSE_ANALYST_PASSWORD REDIS_PASSWORD \
        AIRFLOW_API_SECRET AIRFLOW_JWT_SECRET UI_ADMIN_PASSWORD; do
        echo "$name=$(secret)"
    done
    # A Fernet key is 32 bytes in URL-safe base64.
    echo "AIRFLOW_FERNET_KEY=$(head -c 32 /dev/urandom | base64 | tr '+/' '-_')"
} > "$file"
echo "wrote $file; the user of the web interface is admin, the password is UI_ADMIN_PASSWORD in it"
