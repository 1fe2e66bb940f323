-- Forgets what is kept of clients for figures.
DELETE FROM fact_client
