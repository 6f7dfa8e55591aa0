"""The *lembar perubahan*: what became different between two states of a report, numbers first, then chapter by chapter."""
