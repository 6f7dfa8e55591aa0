"""The checks: a file each, listed in ``of_sop`` and ``of_report``. Codes are permanent.

Nothing is imported here, so that checking the SOP does not load what is known about reports.
"""
