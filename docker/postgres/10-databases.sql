-- Runs once, by psql as the superuser, when the image first makes its cluster: the roles and the two databases.
-- The passwords come from the container's environment; one that is missing stops the initialisation.
-- `communique migrate` sets the loader's and the analyst's passwords again at every start.
\set ON_ERROR_STOP on
\getenv airflow_password AIRFLOW_DB_PASSWORD
\getenv owner_password WAREHOUSE_OWNER_PASSWORD
\getenv loader_password WAREHOUSE_LOADER_PASSWORD
\getenv analyst_password WAREHOUSE_ANALYST_PASSWORD

CREATE ROLE airflow LOGIN PASSWORD :'airflow_password';
CREATE ROLE communique LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE ROLE loader LOGIN PASSWORD :'loader_password';
CREATE ROLE analyst LOGIN PASSWORD :'analyst_password';
-- Since PostgreSQL 16 CREATEROLE alone does not let the owner alter roles that somebody else made.
GRANT loader, analyst TO communique WITH ADMIN OPTION;

CREATE DATABASE airflow OWNER airflow;
CREATE DATABASE warehouse OWNER communique;
REVOKE ALL ON DATABASE airflow, warehouse FROM PUBLIC;
GRANT CONNECT ON DATABASE warehouse TO loader, analyst;
