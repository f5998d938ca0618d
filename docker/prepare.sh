#!/bin/sh
# Brings everything up to the image's version before the other processes start; run again, it changes nothing.
set -eu

python /opt/communique/docker/write_passwords.py
airflow db migrate
communique migrate
